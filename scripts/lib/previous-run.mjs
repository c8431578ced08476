import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { data } from './paths.mjs';

const FILE = join(data, 'running.json');

/** Field 22 of /proc/PID/stat: when the process started. A reused PID has another. Empty where there is no /proc. */
function startedAt(pid) {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').pop().split(' ')[19];
  } catch {
    return '';
  }
}

function isAlive({ pid, started }) {
  try {
    process.kill(pid, 0);
    return startedAt(pid) === started;
  } catch {
    return false;
  }
}

const identify = (pid) => ({ pid, started: startedAt(pid) });

/** Writes down which programs belong to this run, so that the next one can end them should this one be killed. */
export function remember(url, pids) {
  mkdirSync(data, { recursive: true });
  const programs = Object.fromEntries(Object.entries(pids).map(([name, pid]) => [name, identify(pid)]));
  writeFileSync(FILE, JSON.stringify({ url, programs }));
}

export const forget = () => rmSync(FILE, { force: true });

function recall() {
  try {
    return JSON.parse(readFileSync(FILE, 'utf8'));
  } catch {
    return undefined;
  }
}

/** The address of a run that is still going on in this checkout. */
export function runningElsewhere() {
  const previous = recall();
  const start = previous?.programs.start;
  return start && start.pid !== process.pid && isAlive(start) ? { url: previous.url, pid: start.pid } : undefined;
}

/** Ends the programs of a run that was killed; the instances it left are adopted by the next session manager. */
export async function endLeftovers() {
  const left = Object.values(recall()?.programs ?? {}).filter(isAlive);
  for (const { pid } of left) process.kill(pid, 'SIGTERM');
  for (let waited = 0; left.some(isAlive) && waited < 10_000; waited += 50) await sleep(50);
  for (const { pid } of left.filter(isAlive)) process.kill(pid, 'SIGKILL');
  forget();
  return left.length;
}
