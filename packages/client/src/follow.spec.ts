import { follow, type Ask, type FollowState } from './follow.ts';
import { ApiProblem, Unreachable } from './problem.ts';

const bytes = new TextEncoder();

/** A server whose connections go as the script says, one after the other; the last one stays open. */
const server = (...connections: (string | Response | Error)[]) => {
  const asked: Ask[] = [];
  const open = async (ask: Ask) => {
    asked.push(ask);
    const next = connections[asked.length - 1];
    if (next instanceof Error) throw next;
    if (next instanceof Response) return { error: { code: 'no', detail: 'No.' }, response: next };
    const data = new ReadableStream<Uint8Array>({
      start: (controller) => {
        if (next !== undefined) controller.enqueue(bytes.encode(next));
        if (asked.length < connections.length) controller.close();
        else ask.signal.addEventListener('abort', () => controller.error(ask.signal.reason));
      },
    });
    return { data, response: new Response() };
  };
  return { asked, open };
};

/** Follows until `count` events have come. */
const followed = async (open: ReturnType<typeof server>['open'], count: number, silenceMs?: number) => {
  const stop = new AbortController();
  const data: unknown[] = [];
  const states: FollowState[] = [];
  await follow<unknown>(open, {
    signal: stop.signal,
    onEvent: (event) => {
      data.push(event.data);
      if (data.length === count) stop.abort();
    },
    onState: (state) => states.push(state),
    firstPauseMs: 10,
    ...(silenceMs === undefined ? {} : { silenceMs }),
  });
  return { data, states, pauses: states.flatMap((state) => (state.name === 'waiting' ? [state.pauseMs] : [])) };
};

it('goes on after an ended connection, from the last event', async () => {
  const { asked, open } = server('id: a\ndata: 1\n\n', 'data: 2\n\n');
  const { data, states } = await followed(open, 2);
  expect(data).toEqual([1, 2]);
  expect(asked.map(({ headers }) => headers)).toEqual([
    { accept: 'text/event-stream' },
    { accept: 'text/event-stream', 'last-event-id': 'a' },
  ]);
  expect(states.map(({ name }) => name)).toEqual(['connecting', 'open', 'waiting', 'connecting', 'open']);
});

it('pauses longer with each connection that brings nothing, and begins anew after one that did', async () => {
  const away = new Unreachable();
  const { open } = server(away, away, away, 'data: 1\n\n', 'data: 2\n\n');
  const { pauses } = await followed(open, 2);
  for (const [index, least] of [10, 20, 40, 10].entries()) {
    expect(pauses[index]).toBeGreaterThanOrEqual(least);
    expect(pauses[index]).toBeLessThanOrEqual(least * 1.25 + 1);
  }
});

it('keeps what the server asks for with retry: and Retry-After', async () => {
  const busy = new Response(null, { status: 503, headers: { 'retry-after': '1' } });
  const { open } = server('retry: 50\ndata: 1\n\n', busy, 'data: 2\n\n');
  const { pauses } = await followed(open, 2);
  expect(pauses[0]).toBeGreaterThanOrEqual(50);
  expect(pauses[1]).toBeGreaterThanOrEqual(1_000);
});

it('takes a connection for broken when nothing comes for too long', async () => {
  const hanging = server(': hello\n\n');
  const speaking = server('data: 1\n\n');
  const open = (ask: Ask) => (hanging.asked.length === 0 ? hanging.open(ask) : speaking.open(ask));
  const { data, states } = await followed(open, 1, 100);
  expect(data).toEqual([1]);
  expect(states[2]).toMatchObject({ name: 'waiting', error: expect.any(Unreachable) });
});

it('keeps a connection on which only comments come', async () => {
  const signal = AbortSignal.timeout(400);
  const data = new ReadableStream<Uint8Array>({
    start: (controller) => {
      const timer = setInterval(() => controller.enqueue(bytes.encode(':\n\n')), 30);
      signal.addEventListener('abort', () => clearInterval(timer));
    },
  });
  const states: string[] = [];
  await follow(async () => ({ data, response: new Response() }), {
    signal,
    onEvent: () => undefined,
    onState: ({ name }) => states.push(name),
    silenceMs: 200,
  });
  expect(states).toEqual(['connecting', 'open']);
});

it('gives up where a refusal would stay', async () => {
  const { open } = server(new Response(null, { status: 410 }));
  await expect(followed(open, 1)).rejects.toThrow(ApiProblem);
});

it('throws what the reader of events throws', async () => {
  const { open } = server('data: 1\n\n');
  const { signal } = new AbortController();
  const onEvent = () => {
    throw new TypeError('a mistake of the page');
  };
  await expect(follow(open, { signal, onEvent })).rejects.toThrow('a mistake of the page');
});
