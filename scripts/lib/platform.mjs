import { appendFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { startChild } from './child.mjs';
import { at, data } from './paths.mjs';
import { lastLines, run } from './run.mjs';
import { Hint } from './say.mjs';

const MAIN = at('dist/apps/session-manager/apps/session-manager/src/main.js');
const LOG = join(data, 'session-manager.log');
export const logFile = LOG;

/** The session manager as a child of this script; its log goes to .data/session-manager.log. */
export function startManager(env) {
  mkdirSync(data, { recursive: true });
  writeFileSync(LOG, '');
  return startChild(process.execPath, [MAIN], { env, log: LOG });
}

/** Resolves when GET /api/health answers with 200; a manager that ends before that explains itself. */
export async function untilHealthy(manager, url) {
  for (let waited = 0; ; waited += 100) {
    const response = await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    if (response?.ok) return;
    if (!manager.isRunning() || waited > 60_000) {
      throw new Hint(`The session manager did not start. Its last words (${LOG}):\n${lastWords()}`);
    }
    await sleep(100);
  }
}

export const lastWords = () => (existsSync(LOG) ? lastLines(readFileSync(LOG, 'utf8'), 15) : '');

/** Ends every instance of this deployment and removes all that belongs to them. */
export async function purge(env) {
  const output = await run(process.execPath, [MAIN, '--purge'], { env, timeout: 300_000 });
  appendFileSync(LOG, `${output}\n`);
}
