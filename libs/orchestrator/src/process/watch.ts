import { sleep } from '../deadline';
import type { InstanceEvent, ObservedInstance } from '../types';
import type { ServiceEvent } from './changes';
import type { ProcessContext } from './context';
import { differences, KnownStates } from './known-states';
import { list } from './list';
import { readRecord } from './records';

const POLL_MS = 2_000;

/**
 * Changes of services: those of this program's children at once, others (services that an earlier manager started, say)
 * by looking at the process table now and then. There is no connection to lose.
 */
export async function* watch(context: ProcessContext, signal: AbortSignal): AsyncGenerator<InstanceEvent> {
  const told: ServiceEvent[] = [];
  let wake = new AbortController();
  let heard = 0;
  const unsubscribe = context.changes.subscribe((change) => {
    told.push(change);
    heard++;
    wake.abort();
  });
  const look = (): Promise<ObservedInstance[]> => list(context, signal);
  try {
    const known = new KnownStates();
    known.replace(await look());
    yield { kind: 'connected' };
    const pollMs = context.options.pollMs ?? POLL_MS;
    for (let nextLook = Date.now() + pollMs; !signal.aborted;) {
      for (let change = told.shift(); change; change = told.shift()) {
        if (known.take(change)) yield await presently(context, change);
      }
      wake = new AbortController();
      if (told.length > 0) continue;
      await sleep(Math.max(0, nextLook - Date.now()), AbortSignal.any([signal, wake.signal])).catch(() => undefined);
      if (told.length > 0 || signal.aborted) continue;
      const before = heard;
      const seen = await look();
      nextLook = Date.now() + pollMs;
      // What was told while looking is newer than what was seen.
      if (heard === before) told.push(...differences(known, seen));
    }
  } catch (error) {
    if (!signal.aborted) throw error;
  } finally {
    unsubscribe();
  }
}

/** Who told of a service may have started it for the pool, before it was claimed: the record knows the session. */
async function presently({ options }: ProcessContext, change: ServiceEvent): Promise<ServiceEvent> {
  const record = await readRecord(options.home, options.deployment, change.instanceId);
  return { ...change, sessionId: record?.sessionId ?? change.sessionId };
}
