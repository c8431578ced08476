import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { sleep } from '../deadline';
import { labelFilters } from '../labels';
import type { InstanceEvent } from '../types';
import type { DockerContext } from './context';
import { instanceEvent, WATCHED_EVENTS } from './events';

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** The engine's events about instances, over as many connections as it takes. */
export async function* watch(context: DockerContext, signal: AbortSignal): AsyncGenerator<InstanceEvent> {
  let pause = FIRST_PAUSE_MS;
  while (!signal.aborted) {
    const stream = await open(context, signal).catch(() => undefined);
    if (stream) {
      pause = FIRST_PAUSE_MS;
      yield { kind: 'connected' };
      yield* eventsOf(stream, signal);
      if (signal.aborted) return;
      yield { kind: 'lost' };
    }
    await sleep(pause, signal).catch(() => undefined);
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}

/** `since` closes the gap between the engine's answer and its first look at events. */
async function open({ engine, options }: DockerContext, signal: AbortSignal): Promise<Readable> {
  const since = Date.now() / 1000;
  const filters = {
    type: ['container' as const],
    label: labelFilters(options.deployment),
    event: [...WATCHED_EVENTS],
  };
  const stream = await engine.stream(signal, (docker, abortSignal) =>
    docker.getEvents({ since, filters, abortSignal }),
  );
  return stream as Readable;
}

/** Ends, without an error, when the stream or the signal does. */
async function* eventsOf(stream: Readable, signal: AbortSignal): AsyncGenerator<InstanceEvent> {
  const end = (): void => void stream.destroy();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  const lines = createInterface({ input: stream, crlfDelay: Infinity });
  stream.on('error', () => lines.close()).on('close', () => lines.close());
  try {
    for await (const line of lines) {
      const event = line === '' ? undefined : instanceEvent(line);
      if (event) yield event;
    }
  } catch {
    // A connection that breaks and one that ends are the same to a watcher: it is lost.
  } finally {
    signal.removeEventListener('abort', end);
    stream.destroy();
  }
}
