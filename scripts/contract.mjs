// npm run contract: the OpenAPI document is what the code says, passes its lint, and breaks no client of the released one.
// npm run contract -- --release takes the document as it is now for the released one.
import { copyFileSync, readFileSync } from 'node:fs';
import { build } from './build.mjs';
import { breakingChanges, isNextMajor } from './lib/contract/breaking-changes.mjs';
import { at } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { Hint, main, say, step } from './lib/say.mjs';

const NOW = 'apps/session-manager/openapi.json';
const RELEASED = 'apps/session-manager/openapi.released.json';

const read = (path) => JSON.parse(readFileSync(at(path), 'utf8'));

/** A command whose output says all that a reader needs. */
const ask = (command, args, env) =>
  run(command, args, { env }).catch((error) => {
    throw new Hint(error.output);
  });

const lint = () => ask('redocly', ['lint', NOW], { REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' });

function compare() {
  const [released, now] = [read(RELEASED), read(NOW)];
  const changes = breakingChanges(released, now);
  for (const change of changes) say(`  breaking: ${change}`);
  if (changes.length === 0 || isNextMajor(released, now)) return;
  throw new Hint(
    `${changes.length} changes would break clients of version ${released.info.version}, and this is ${now.info.version}. ` +
      `Undo them, or raise the version in apps/session-manager/src/openapi/document.ts to the next major one.`,
  );
}

await main(async () => {
  await prepare();
  await build(['session manager']);
  await step('Is the document what the code says?', () => ask('node', ['scripts/openapi.mjs', '--check']));
  await step('Does it pass its lint?', lint);
  if (process.argv.includes('--release')) copyFileSync(at(NOW), at(RELEASED));
  await step('Does it break clients?', compare);
});
