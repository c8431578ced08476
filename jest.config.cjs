// @nestjs and a few of its dependencies are ESM; jest runs CommonJS, so they are transformed.
const shared = {
  testEnvironment: 'node',
  moduleFileExtensions: ['ts', 'tsx', 'js', 'cjs', 'mjs', 'json'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.data'],
  moduleNameMapper: {
    '^@app/(.*)$': '<rootDir>/libs/$1/src',
    '^@jarvis/client$': '<rootDir>/packages/client/src/index.ts',
  },
  transform: {
    // ES modules by their package.json, which ts-jest would leave as they are.
    '/packages/.+\\.ts$': [
      '@swc/jest',
      { swcrc: false, module: { type: 'commonjs' }, jsc: { target: 'es2023', parser: { syntax: 'typescript' } } },
    ],
    '^.+\\.ts$': [
      'ts-jest',
      { tsconfig: 'tsconfig.json', astTransformers: { before: ['<rootDir>/test/support/swagger-transformer.cjs'] } },
    ],
    '^.+\\.m?js$': [
      '@swc/jest',
      {
        swcrc: false,
        sourceMaps: false,
        module: { type: 'commonjs' },
        jsc: { target: 'es2023', parser: { syntax: 'ecmascript' } },
      },
    ],
  },
  transformIgnorePatterns: [
    '/node_modules/(?!(@nestjs|eventsource-parser|file-type|strtok3|token-types|uint8array-extras|@tokenizer|@borewit|load-esm)/)',
  ],
};

/** TCP ports of each project, in thousands, all below those that the kernel takes for connections. */
const PORTS = { integration: [20, 24], docker: [24, 28], pages: [28, 32] };
const portsFor = (project) => ({ TEST_PORTS: PORTS[process.env.TEST_PORTS_OF ?? project] });

const inBrowser = ['/test/pages/.+\\.e2e-spec\\.ts$'];
// They share the one engine of a host, and one of them removes all that it finds there: never two at a time. Others may run
// beside them, so each project has TCP ports of its own.
const onDocker = ['/test/walk/.+\\.e2e-spec\\.ts$', 'docker[^/]*\\.e2e-spec\\.ts$'];

module.exports = {
  projects: [
    { ...shared, displayName: 'unit', testMatch: ['<rootDir>/{apps,libs,packages,scripts,admin-ui}/**/*.spec.ts'] },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/**/*.e2e-spec.ts'],
      testPathIgnorePatterns: ['/node_modules/', ...onDocker, ...inBrowser],
      globals: portsFor('integration'),
    },
    { ...shared, displayName: 'docker', testRegex: onDocker, globals: portsFor('docker') },
    { ...shared, displayName: 'pages', testRegex: inBrowser, globals: portsFor('pages') },
  ],
  testTimeout: 120_000,
};
