import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Hint, say } from './say.mjs';

/** What the console's scripts may weigh on their way to a browser, in bytes of gzip, without the charts library. */
const LIMIT = 250_000;

/** The chunk that holds the charts library, which comes by itself once a chart is to be drawn. */
const CHARTS = /^chart-canvas-/;

/** What the scripts among `files` (name to content) weigh in bytes of gzip: in all, the charts aside, and each, the heaviest first. */
export function weigh(files) {
  const scripts = Object.entries(files)
    .filter(([name]) => name.endsWith('.js'))
    .map(([name, content]) => ({ name, bytes: gzipSync(content, { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const sum = (some) => some.reduce((total, { bytes }) => total + bytes, 0);
  const charts = scripts.filter(({ name }) => CHARTS.test(name));
  const others = scripts.filter(({ name }) => !CHARTS.test(name));
  return { total: sum(others), charts: sum(charts), scripts: others };
}

const kB = (bytes) => `${(bytes / 1000).toFixed(1)} kB`;

/** What is to be said when that is more than `limit`, or nothing where it is not. */
export function tooHeavy({ total, scripts }, limit = LIMIT) {
  if (scripts.length === 0) return 'The build of the console holds no scripts.';
  if (total <= limit) return undefined;
  const heaviest = scripts.slice(0, 8).map(({ name, bytes }) => `  ${kB(bytes).padStart(9)}  ${name}`);
  return [
    `The console's scripts weigh ${kB(total)} as gzip without the charts library: ${kB(total - limit)} more than they may (${kB(limit)}).`,
    'Load what only some pages need with those pages, or take away what weighs more than it gives. The heaviest:',
    ...heaviest,
  ].join('\n');
}

/** Says what the scripts of a built page weigh, and fails when it is too much. */
export function checkWeight(folder) {
  const names = readdirSync(folder);
  const weight = weigh(Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name))])));
  say(`  scripts: ${kB(weight.total)} of ${kB(LIMIT)} as gzip, and ${kB(weight.charts)} for charts`);
  const problem = tooHeavy(weight);
  if (problem) throw new Hint(problem);
}
