// The Swagger plugin as a ts-jest transformer, so that tests see the same OpenAPI metadata as the build.
const { before } = require('@nestjs/swagger/plugin');

module.exports = {
  name: 'nestjs-swagger',
  version: 1,
  factory: (compiler) =>
    before(
      { classValidatorShim: true, introspectComments: true, controllerKeyOfComment: 'description' },
      compiler.program,
    ),
};
