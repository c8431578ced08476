// Writes what follows from the built session manager's API: its OpenAPI document, and the client's types of it.
// With --check it writes nothing and fails where a file is not as it would be written.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import openapiTypescript, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { at } from './lib/paths.mjs';
import { Hint, main } from './lib/say.mjs';

const put = (path, text) => {
  if (!process.argv.includes('--check')) writeFileSync(at(path), text);
  else if (readFileSync(at(path), 'utf8') !== text) throw new Hint(`${path} is out of date: run npm run openapi`);
};

await main(async () => {
  const printer = at('dist/apps/session-manager/apps/session-manager/src/openapi/print-document.js');
  const document = execFileSync(process.execPath, [printer], { encoding: 'utf8' });
  put('apps/session-manager/openapi.json', document);

  const types = 'packages/client/src/schema.d.ts';
  const source = astToString(await openapiTypescript(document));
  put(types, await format(source, { ...(await resolveConfig(at(types))), filepath: types }));
});
