import { eventsOf, type StreamAnswer, type StreamOptions } from './events.ts';
import { ApiProblem, Unreachable } from './problem.ts';

const bytes = new TextEncoder();

const answerOf = (...chunks: (string | Uint8Array | Error)[]): StreamAnswer => {
  const data = new ReadableStream<Uint8Array>({
    pull(controller) {
      const chunk = chunks.shift();
      if (chunk === undefined) controller.close();
      else if (chunk instanceof Error) controller.error(chunk);
      else controller.enqueue(typeof chunk === 'string' ? bytes.encode(chunk) : chunk);
    },
  });
  return Promise.resolve({ data, response: new Response() });
};

const read = async (answer: StreamAnswer, listeners?: StreamOptions) => {
  const events = [];
  for await (const event of eventsOf<unknown>(answer, listeners)) events.push(event);
  return events;
};

it('reads each event with its name and id, and its data as JSON', async () => {
  expect(await read(answerOf('event: full\nid: 7\ndata: {"place":1}\n\ndata: 2\n\n'))).toEqual([
    { event: 'full', id: '7', data: { place: 1 } },
    { event: undefined, id: undefined, data: 2 },
  ]);
});

it.each([
  ['within a line', ['data: {"pl', 'ace":1}\n\n']],
  ['between the two ends of an event', ['data: {"place":1}\n', '\n']],
  ['between CR and LF', ['data: {"place":1}\r', '\n\r\n']],
  ['nowhere, with CR alone', ['data: {"place":1}\r\rdata: ']],
  ['within data of several lines', ['data: {"place":\nda', 'ta: 1}\n\n']],
])('reads an event whose chunks break %s', async (_, chunks) => {
  expect((await read(answerOf(...chunks))).map(({ data }) => data)).toEqual([{ place: 1 }]);
});

it('reads a character whose bytes come in two chunks', async () => {
  const all = bytes.encode('data: "ü"\n\n');
  const within = all.indexOf(0xc3) + 1;
  expect(await read(answerOf(all.slice(0, within), all.slice(within)))).toMatchObject([{ data: 'ü' }]);
});

it('takes a comment for a sign of life, not for an event', async () => {
  const lives: string[] = [];
  expect(await read(answerOf(': still here\n\n', ':\n\n'), { onLife: () => lives.push('life') })).toEqual([]);
  expect(lives).toHaveLength(2);
});

it('hands over how long the server wants a client to pause', async () => {
  const pauses: number[] = [];
  await read(answerOf('retry: 250\n\n'), { onRetry: (ms) => pauses.push(ms) });
  expect(pauses).toEqual([250]);
});

it('throws the problem of a refusal', async () => {
  const response = new Response(null, { status: 410 });
  const answer = Promise.resolve({ error: { code: 'gone', detail: 'It has ended.' }, response });
  await expect(read(answer)).rejects.toThrow(ApiProblem);
  await expect(read(answer)).rejects.toMatchObject({ code: 'gone', message: 'It has ended.' });
});

it('tells a broken connection from an ended one', async () => {
  await expect(read(answerOf('data: 1\n\n', new TypeError('terminated')))).rejects.toThrow(Unreachable);
});

it('ends the connection when the reader leaves', async () => {
  let cancelled = false;
  const data = new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(bytes.encode('data: 1\n\n')),
    cancel: () => {
      cancelled = true;
    },
  });
  for await (const _ of eventsOf(Promise.resolve({ data, response: new Response() }))) break;
  expect(cancelled).toBe(true);
});
