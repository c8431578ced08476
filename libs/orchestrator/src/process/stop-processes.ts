import { sleep } from '../deadline';
import { EngineError } from '../errors';
import { settled } from '../settled';
import type { Marker } from './markers';
import { readMarker } from './markers';
import type { ProcessTable } from './process-table';

const GRACE_MS = 1_500;
const KILL_MS = 5_000;
const FIRST_PAUSE_MS = 10;
const LONGEST_PAUSE_MS = 100;

/** Ends these processes: asks, and after a short grace kills; resolves when they are gone. */
export async function stopProcesses(
  table: ProcessTable,
  processes: ReadonlyMap<number, Marker>,
  signal: AbortSignal,
): Promise<void> {
  await settled([...processes].map(([pid, marker]) => stop(table, pid, marker, signal)));
}

async function stop(table: ProcessTable, pid: number, marker: Marker, signal: AbortSignal): Promise<void> {
  const isGone = async (): Promise<boolean> => !isMarked(await table.commandOf(pid), marker);
  for (const [name, patience] of [
    ['SIGTERM', GRACE_MS],
    ['SIGKILL', KILL_MS],
  ] as const) {
    // The id may have passed to another process since it was found: the marker is looked at again before each signal.
    if (await isGone()) return;
    send(pid, name);
    if (await comesTrue(isGone, patience, signal)) return;
  }
  throw new EngineError(`Process ${pid} does not end`);
}

function isMarked(command: string | undefined, { home, instanceId, service }: Marker): boolean {
  const found = command === undefined ? undefined : readMarker(command);
  return found?.home === home && found.instanceId === instanceId && found.service === service;
}

async function comesTrue(check: () => Promise<boolean>, patienceMs: number, signal: AbortSignal): Promise<boolean> {
  const end = Date.now() + patienceMs;
  for (let pause = FIRST_PAUSE_MS; Date.now() < end; pause = Math.min(pause * 1.5, LONGEST_PAUSE_MS)) {
    if (await check()) return true;
    await sleep(pause, signal);
  }
  return check();
}

/** Signals the process's whole group: it leads one, and what it started is in it. */
function send(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
