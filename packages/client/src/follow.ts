import { eventsOf, type ServerEvent, type StreamAnswer } from './events.ts';
import { ApiProblem, Unreachable } from './problem.ts';
import { until } from './until.ts';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 30_000;
const SILENCE_MS = 45_000;

/** What a connection is asked with; hand all of it to the client's request. */
export interface Ask {
  readonly signal: AbortSignal;
  readonly headers: Record<string, string>;
}

/** `waiting` says why the connection is away, and in how many ms it is tried again. */
export type FollowState =
  | { readonly name: 'connecting' }
  | { readonly name: 'open' }
  | { readonly name: 'waiting'; readonly pauseMs: number; readonly error: Error | null };

export interface FollowOptions<Data> {
  /** Ends it: `follow` then resolves. */
  readonly signal: AbortSignal;
  readonly onEvent: (event: ServerEvent<Data>) => void;
  readonly onState?: (state: FollowState) => void;
  /** After how long without a sign of life a connection counts as broken, in ms. */
  readonly silenceMs?: number;
  readonly firstPauseMs?: number;
}

/**
 * Follows server-sent events over broken, silent and refused connections, from where the last one ended. Pauses between them
 * grow up to half a minute; a server's `Retry-After` and `retry:` are kept. Resolves when the signal is aborted; rejects with
 * the ApiProblem of a refusal that would stay (no such session, say), and with what `onEvent` throws.
 */
export async function follow<Data>(open: (ask: Ask) => StreamAnswer, options: FollowOptions<Data>): Promise<void> {
  const { signal, onState, firstPauseMs = FIRST_PAUSE_MS } = options;
  const place: Place = { lastEventId: undefined, pauseMs: firstPauseMs, failures: 0 };
  while (!signal.aborted) {
    onState?.({ name: 'connecting' });
    const error = await connection(open, options, place);
    if (signal.aborted) return;
    const pauseMs = pauseAfter(error, place);
    onState?.({ name: 'waiting', pauseMs, error });
    await until(signal, pauseMs);
  }
}

/** What one connection leaves to the next. */
interface Place {
  lastEventId: string | undefined;
  /** What the server asked for with `retry:`. */
  pauseMs: number;
  /** Connections in a row that brought nothing. */
  failures: number;
}

/** Follows one connection to its end. Answers why it ended, null where the server ended it in order. */
async function connection<Data>(
  open: (ask: Ask) => StreamAnswer,
  { signal, onEvent, onState, silenceMs = SILENCE_MS }: FollowOptions<Data>,
  place: Place,
): Promise<Error | null> {
  const silence = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const hear = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(new Unreachable()), silenceMs);
  };
  const headers = {
    accept: 'text/event-stream',
    ...(place.lastEventId === undefined ? {} : { 'last-event-id': place.lastEventId }),
  };
  place.failures += 1;
  hear();
  try {
    const either = AbortSignal.any([signal, silence.signal]);
    const opened = open({ signal: either, headers }).then((result) => {
      if (result.response.ok) onState?.({ name: 'open' });
      return result;
    });
    for await (const event of eventsOf<Data>(opened, {
      signal: either,
      onLife: () => {
        place.failures = 0;
        hear();
      },
      onRetry: (ms) => (place.pauseMs = ms),
    })) {
      if (event.id !== undefined) place.lastEventId = event.id;
      onEvent(event);
    }
    return null;
  } catch (error) {
    if (signal.aborted) return null;
    if (error instanceof Unreachable || isPassing(error)) return error;
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A refusal that a later try may not meet. */
const isPassing = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && (error.status >= 500 || [408, 425, 429].includes(error.status));

/** Doubles with each failure; up to a quarter more by chance, so that a crowd does not come back in one moment. */
const pauseAfter = (error: Error | null, { pauseMs, failures }: Place): number => {
  const grown = Math.min(pauseMs * 2 ** Math.max(0, failures - 1), Math.max(pauseMs, LONGEST_PAUSE_MS));
  const asked = error instanceof ApiProblem ? (error.retryAfter ?? 0) * 1_000 : 0;
  return Math.round(Math.max(grown, asked) * (1 + Math.random() / 4));
};
