import { dataOf } from './answers.ts';
import { createJarvisClient } from './client.ts';
import { Unreachable } from './problem.ts';

const baseUrl = 'http://jarvis.test';
const hanging = (request: Request) =>
  new Promise<Response>((_, reject) => {
    const end = () => reject(request.signal.reason as Error);
    if (request.signal.aborted) end();
    else request.signal.addEventListener('abort', end);
  });

it('asks for the credentials at each request', async () => {
  const sent: (string | null)[] = [];
  let token = 'one';
  const client = createJarvisClient({
    baseUrl,
    credentials: () => (token === '' ? undefined : `Bearer ${token}`),
    fetch: async (request) => {
      sent.push((request as Request).headers.get('authorization'));
      return Response.json({});
    },
  });
  for (token of ['one', 'two', '']) await client.GET('/api/capacity');
  expect(sent).toEqual(['Bearer one', 'Bearer two', null]);
});

it('is unreachable where nobody answers in time', async () => {
  const client = createJarvisClient({ baseUrl, timeoutMs: 20, fetch: (request) => hanging(request as Request) });
  await expect(dataOf(client.GET('/api/capacity'))).rejects.toThrow(Unreachable);
});

it('rejects with the reason of a caller who gives up', async () => {
  const client = createJarvisClient({ baseUrl, fetch: (request) => hanging(request as Request) });
  const signal = AbortSignal.abort(new Error('left the page'));
  await expect(dataOf(client.GET('/api/capacity', { signal }))).rejects.toThrow('left the page');
});

it('lets events that have begun in time go on', async () => {
  let signal: AbortSignal | undefined;
  const client = createJarvisClient({
    baseUrl,
    timeoutMs: 20,
    fetch: async (request) => {
      ({ signal } = request as Request);
      return new Response(new ReadableStream(), { headers: { 'content-type': 'text/event-stream' } });
    },
  });
  await client.GET('/api/sessions/{id}/events', { params: { path: { id: 'ada-1' } }, parseAs: 'stream' });
  await new Promise((resolve) => setTimeout(resolve, 60));
  expect(signal?.aborted).toBe(false);
});
