import { EventSourceParserStream } from 'eventsource-parser/stream';
import { dataOf, type Answer } from './answers.ts';
import { Unreachable } from './problem.ts';
import type { operations } from './schema.d.ts';

/** The data of an operation's events, such as `EventOf<'followSession'>`. */
export type EventOf<Operation extends keyof operations> = operations[Operation] extends {
  responses: { 200: { content: { 'text/event-stream': infer Data } } };
}
  ? Data
  : never;

/** One server-sent event, its data read as JSON. */
export interface ServerEvent<Data> {
  readonly event?: string | undefined;
  readonly id?: string | undefined;
  readonly data: Data;
}

/** The answer to a request that was made with `parseAs: 'stream'`. */
export type StreamAnswer = Promise<Answer<ReadableStream<Uint8Array> | null>>;

export interface StreamOptions {
  /** Ends the reading, also where the answer's own request has no signal. */
  readonly signal?: AbortSignal;
  /** The server still speaks: an event, or a comment that only says so. */
  readonly onLife?: () => void;
  /** How long the server wants a client to pause before it connects again, in ms. */
  readonly onRetry?: (ms: number) => void;
}

/**
 * The events of an answer as they come, until the server ends it; leaving the loop ends the connection. Throws ApiProblem where
 * the server refuses, and Unreachable where the connection breaks.
 */
export async function* eventsOf<Data>(
  answer: StreamAnswer,
  { signal, onLife, onRetry }: StreamOptions = {},
): AsyncGenerator<ServerEvent<Data>, void, undefined> {
  const body = await dataOf(answer);
  const listened = new TransformStream<Uint8Array, Uint8Array>({
    transform: (chunk, controller) => {
      onLife?.();
      controller.enqueue(chunk);
    },
  });
  const reader = body
    .pipeThrough(listened, { signal })
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream({ onRetry }))
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(brokenOff);
      if (done) return;
      yield { event: value.event, id: value.id, data: JSON.parse(value.data) as Data };
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** An end that the caller asked for stays what it is. */
const brokenOff = (cause: unknown): never => {
  if (cause instanceof Error && cause.name === 'AbortError') throw cause;
  throw new Unreachable({ cause });
};
