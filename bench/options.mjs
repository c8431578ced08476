import { parseArgs } from 'node:util';

export const SCENARIOS = [
  'cold',
  'warm-burst',
  'drained-burst',
  'churn',
  'read',
  'gateway',
  'list',
  'console',
  'memory',
  'sending',
  'scale',
];
const MOST_SESSIONS = 200;

export const USAGE = `npm run bench -- [SCENARIO …] [--driver process|docker] [--sessions N] [--json FILE]

  cold           start of N pairs by the platform, against the same pairs by a bare script
  warm-burst     N clicks at once on N warm instances, against the same burst and one start from an empty pool
  drained-burst  N clicks at once on half as many warm instances, and on a cap that is too low
  churn          200 sessions created and ended by a few clients; what is left of them at the end
  read           GET /api/sessions/{id}, against a bare Nest route
  gateway        an instance's page through NGINX, against the same by its own port
  list           1,000 sessions listed (records only), against a bare Nest route
  console        the organisers' table of 1,000 sessions in Chromium (records only), against a bare page
  memory         memory of N idle pairs and of the session manager
  sending        50,000 events of a product to a receiver over TCP, against a bare sender of lines
  scale          time, CPU and memory as sessions grow to N in three steps
  all            all of them (default)

  --driver    docker when an engine answers, else process
  --sessions  N, 1 to ${MOST_SESSIONS}; each scenario has a default of its own
  --json      where the figures go; by default .data/bench/SCENARIOS-DRIVER.json`;

/** The command line cannot be understood. */
export class UsageError extends Error {}

/**
 * @typedef {object} Options
 * @property {string[]} scenarios in the order in which they run
 * @property {'docker' | 'process' | undefined} driver
 * @property {number | undefined} sessions
 * @property {string | undefined} json
 * @property {boolean} help
 */

/**
 * What the command line asks for.
 * @param {string[]} args
 * @returns {Options}
 * @throws {UsageError}
 */
export function readOptions(args) {
  const { values, positionals } = parse(args);
  const unknown = positionals.find((name) => name !== 'all' && !SCENARIOS.includes(name));
  if (unknown !== undefined) throw new UsageError(`There is no scenario ${unknown}.`);
  const all = positionals.length === 0 || positionals.includes('all');
  const scenarios = all ? SCENARIOS : [...new Set(positionals)];
  const { driver, sessions, json, help = false } = values;
  if (driver !== undefined && driver !== 'docker' && driver !== 'process') {
    throw new UsageError(`--driver takes docker or process; not ${String(driver)}.`);
  }
  if (json === '') throw new UsageError('--json takes the path of a file.');
  return { scenarios, driver, sessions: sessions === undefined ? undefined : readCount(sessions), json, help };
}

function parse(args) {
  const text = { type: 'string' };
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: { driver: text, sessions: text, json: text, help: { type: 'boolean', short: 'h' } },
    });
  } catch (error) {
    throw new UsageError(error.message);
  }
}

function readCount(text) {
  const count = Number(text);
  if (/^\d+$/.test(text) && count >= 1 && count <= MOST_SESSIONS) return count;
  throw new UsageError(`--sessions takes a whole number from 1 to ${MOST_SESSIONS}; not ${text}.`);
}
