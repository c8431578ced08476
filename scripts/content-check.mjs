// npm run content:check [-- FOLDER] [-- --events N]: is every product, scenario and parser right, and docs/catalogue.md up to date?
// npm run content:check -- --write refreshes docs/catalogue.md.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { catalogueDocument, productTable } from './lib/content/catalogue-document.mjs';
import { at } from './lib/paths.mjs';
import { Hint, main, say, warn } from './lib/say.mjs';

const DOCUMENT = at('docs/catalogue.md');
/** Of each product; the unit tests look deeper. */
const EVENTS = 50;

function readArguments() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { write: { type: 'boolean', default: false }, events: { type: 'string', default: String(EVENTS) } },
  });
  const events = Number(values.events);
  if (!Number.isInteger(events) || events < 1) throw new Hint('--events takes a whole number above 0.');
  if (positionals.length > 1) throw new Hint('One folder at most.');
  return { write: values.write, events, folder: positionals[0] === undefined ? undefined : resolve(positionals[0]) };
}

/** The backend's own code, so that what passes here works there. */
async function loadChecks() {
  const { outputFiles } = await build({
    entryPoints: [at('apps/jarvis-backend/src/catalogue/check-folder.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    logLevel: 'warning',
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString('base64')}`);
}

const sayProblem = ({ file, line, column, reason }) =>
  warn(`${line === null ? file : `${file}:${line}:${column}`} ${reason}`);

/** Whether the document is what the content says, after writing it where that was asked for. */
function isDocumented(report, write) {
  const text = catalogueDocument(report);
  if (write) writeFileSync(DOCUMENT, text);
  return existsSync(DOCUMENT) && readFileSync(DOCUMENT, 'utf8') === text;
}

await main(async () => {
  const { write, events, folder } = readArguments();
  const root = folder ?? at('Backend');
  const { checkFolder } = await loadChecks();
  const report = checkFolder({ generators: join(root, 'event_generators'), parsers: join(root, 'parsers') }, events);
  say(productTable(report));
  report.problems.forEach(sayProblem);
  if (report.problems.length > 0) throw new Hint(`${folder ?? 'Backend'} has faults: ${report.problems.length}`);
  if (folder === undefined && !isDocumented(report, write))
    throw new Hint('docs/catalogue.md is out of date: npm run content:check -- --write');
});
