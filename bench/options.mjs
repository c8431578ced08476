import { parseArgs } from 'node:util';

export const SCENARIOS = ['cold', 'read', 'memory'];
const MOST_SESSIONS = 200;

export const USAGE = `npm run bench -- [SCENARIO] [--driver process|docker] [--sessions N] [--json FILE]

  cold     start of N pairs by the platform, against the same pairs by a bare script
  read     GET /api/sessions/{id}, against a bare Nest route
  memory   memory of N idle pairs and of the session manager
  all      all of them (default)

  --driver    docker when an engine answers, else process
  --sessions  pairs that run at once, 1 to ${MOST_SESSIONS}; by default 6 on docker, 20 as processes
  --json      where the figures go; by default .data/bench/SCENARIO-DRIVER.json`;

/** The command line cannot be understood. */
export class UsageError extends Error {}

/**
 * @typedef {object} Options
 * @property {string} scenario
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
  const [scenario = 'all', ...more] = positionals;
  if (more.length > 0) throw new UsageError(`One scenario at a time; not ${positionals.join(' ')}.`);
  if (![...SCENARIOS, 'all'].includes(scenario)) throw new UsageError(`There is no scenario ${scenario}.`);
  const { driver, sessions, json, help = false } = values;
  if (driver !== undefined && driver !== 'docker' && driver !== 'process') {
    throw new UsageError(`--driver takes docker or process; not ${String(driver)}.`);
  }
  if (json === '') throw new UsageError('--json takes the path of a file.');
  return { scenario, driver, sessions: sessions === undefined ? undefined : readCount(sessions), json, help };
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
