import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';

interface Ticket {
  readonly ticket_id: string;
  readonly session_token: string;
  readonly place: number;
  readonly line_length: number;
}

let platform: TestPlatform;
const start = async (variables: Record<string, string>) => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '5', ...variables });
};
afterEach(async () => {
  const { deployment } = platform;
  await platform.stop();
  expect(processesWith(deployment)).toEqual([]);
});

const WAIT = { prefer: 'respond-async, waiting-room' };
const launch = (user: string, headers: Record<string, string> = {}) => platform.create(user, { ...WAIT, ...headers });
const ticketOf = (body: unknown) => body as Ticket;
const look = ({ ticket_id: id, session_token: token }: Ticket) => platform.get(`/api/tickets/${id}`, token);
const leave = ({ ticket_id: id, session_token: token }: Ticket) =>
  platform.request('DELETE', `/api/tickets/${id}`, undefined, { authorization: `Bearer ${token}` });
const sessionOf = async (ticket: Ticket) => {
  const { body } = await look(ticket);
  return platform.get(`/api/sessions/${body.session_id}`, ticket.session_token);
};
const untilActive = (ticket: Ticket) => until(async () => (await sessionOf(ticket)).body.status === 'active');

/** The events of a ticket so far, as they come. */
async function follow({ ticket_id: id, session_token: token }: Ticket) {
  const stop = new AbortController();
  const response = await fetch(`${platform.origin}/api/tickets/${id}/events`, {
    headers: { authorization: `Bearer ${token}` },
    signal: stop.signal,
  });
  const events: any[] = []; // eslint-disable-line
  const end = (async () => {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop()!;
      events.push(...blocks.flatMap((block) => /^data: (.*)$/m.exec(block)?.[1] ?? []).map((json) => JSON.parse(json)));
    }
  })().catch(() => undefined);
  return { events, end, stop: () => stop.abort() };
}

it('lets 20 of 60 in, puts 40 in line, and turns tickets into sessions in their order', async () => {
  await start({ MAX_TOTAL_SESSIONS: '20' });
  const crowd = await Promise.all(Array.from({ length: 60 }, (_, i) => launch(`guest-${i}`)));
  expect(new Set(crowd.map(({ status }) => status))).toEqual(new Set([202]));
  const inside = crowd.filter(({ body }) => body.session_id !== null && body.ticket_id === undefined);
  const line = crowd
    .filter(({ body }) => body.ticket_id !== undefined)
    .map(({ headers, body }) => ({ location: headers.get('location'), ...ticketOf(body) }));
  expect([inside.length, line.length]).toEqual([20, 40]);
  expect(line.every(({ ticket_id: id, location }) => location === `/api/tickets/${id}`)).toBe(true);

  const places = await Promise.all(line.map(async (ticket) => (await look(ticket)).body.place as number));
  expect(places.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i + 1));
  const inOrder = places.map((place, i) => ({ place, ticket: line[i]! })).toSorted((a, b) => a.place - b.place);
  expect((await platform.get('/api/capacity')).body).toMatchObject({
    status: 'waiting',
    max_sessions: 20,
    active_sessions: 20,
    available: 0,
    waiting: { length: 40, max_length: 1_000 },
  });

  await until(async () => (await platform.get('/api/health')).body.active_sessions === 20);
  await Promise.all(inside.slice(0, 3).map(({ body }) => platform.end(body)));
  const firstThree = inOrder.slice(0, 3).map(({ ticket }) => ticket);
  await Promise.all(firstThree.map(untilActive));
  const rest = await Promise.all(inOrder.slice(3).map(async ({ ticket }) => (await look(ticket)).body));
  expect(rest.map(({ status }) => status)).toEqual(Array(37).fill('waiting'));
  expect(rest.map(({ place }) => place)).toEqual(Array.from({ length: 37 }, (_, i) => i + 1));

  // The cap is raised: all come in at once.
  await platform.admin('PUT', '/config', { max_sessions: 60 });
  await Promise.all(inOrder.map(({ ticket }) => untilActive(ticket)));
  expect((await platform.get('/api/capacity')).body).toMatchObject({
    status: 'open',
    max_sessions: 60,
    available: 3,
    waiting: { length: 0 },
  });
}, 180_000);

it('lets nobody overtake the line, who asked for a ticket or not', async () => {
  await start({ MAX_TOTAL_SESSIONS: '1' });
  const first = await platform.create('first');
  const ticket = ticketOf((await launch('second')).body);
  const refused = await platform.create('third');
  expect(refused.status).toBe(503);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect(refused.body.code).toBe('full');
  // Room appears; a direct launch at the same moment does not get it.
  const [, direct] = await Promise.all([platform.end(first.body), platform.create('fourth')]);
  expect(direct.status).toBe(503);
  await untilActive(ticket);
});

it('tells place and line as they change, and the session at the end', async () => {
  await start({ MAX_TOTAL_SESSIONS: '1' });
  const first = await platform.create('first');
  const tickets = [];
  for (const user of ['a', 'b', 'c']) tickets.push(ticketOf((await launch(user)).body));
  expect(tickets.map(({ place }) => place)).toEqual([1, 2, 3]);
  const last = await follow(tickets[2]!);
  await until(() => last.events.some(({ place }) => place === 3));
  expect(last.events[0]).toMatchObject({ status: 'waiting', place: 3, line_length: 3, session_id: null });
  expect(last.events[0].session_token).toBeUndefined();
  expect((await leave(tickets[1]!)).body).toEqual({ ticket_id: tickets[1]!.ticket_id, status: 'ended' });
  await until(() => last.events.at(-1).place === 2);
  await platform.end(first.body);
  await until(() => last.events.at(-1).place === 1);
  await untilActive(tickets[0]!);
  const { body: session } = await sessionOf(tickets[0]!);
  await platform.end({ session_id: session.session_id, session_token: tickets[0]!.session_token });
  await last.end;
  expect(last.events.at(-1)).toMatchObject({ status: 'admitted', place: null });
  expect(last.events.at(-1).session_id).toMatch(/^c-/);
  await untilActive(tickets[2]!);
  const gone = await look(tickets[1]!);
  expect(gone).toMatchObject({ status: 410, body: { code: 'gone', reason: 'left' } });
  expect((await leave(tickets[0]!)).body).toMatchObject({ code: 'admitted', status: 409 });
});

it('shows a ticket to its holder and organisers only', async () => {
  await start({ MAX_TOTAL_SESSIONS: '0' });
  const one = ticketOf((await launch('one')).body);
  const two = ticketOf((await launch('two')).body);
  for (const request of [look, leave]) {
    expect((await request({ ...one, session_token: two.session_token })).status).toBe(404);
    expect((await request({ ...one, session_token: 'x' })).status).toBe(404);
  }
  expect((await platform.get(`/api/tickets/${one.ticket_id}`)).status).toBe(404);
  expect((await platform.get(`/api/tickets/${one.ticket_id}/events`, two.session_token)).status).toBe(404);
  expect((await platform.get('/api/tickets/..%2f..%2fx', one.session_token)).status).toBe(404);
  const organiser = await platform.request('GET', `/api/tickets/${one.ticket_id}`, undefined, {
    authorization: `Basic ${Buffer.from('admin:techsummit2025').toString('base64')}`,
  });
  expect(organiser.body).toMatchObject({ place: 1, user_id: 'one' });
});

it('keeps the line over a manager that is killed, and gives the same ticket and session to a repetition', async () => {
  await start({ MAX_TOTAL_SESSIONS: '2' });
  const inside = [await platform.create('one'), await platform.create('two')];
  const keys = Array.from({ length: 5 }, (_, i) => ({ 'idempotency-key': `waiting-for-a-place-${i}` }));
  const tickets = [];
  for (const [i, key] of keys.entries()) tickets.push(ticketOf((await launch(`late-${i}`, key)).body));
  await platform.killManager();
  await platform.startManager();
  const again = await Promise.all(keys.map((key, i) => launch(`late-${i}`, key)));
  expect(again.map(({ body }) => [body.ticket_id, body.session_token, body.place])).toEqual(
    tickets.map((ticket, i) => [ticket.ticket_id, ticket.session_token, i + 1]),
  );
  expect((await launch('somebody-else', keys[0])).body.ticket_id).not.toBe(tickets[0]!.ticket_id);
  await platform.end(inside[0]!.body);
  await untilActive(tickets[0]!);
  const session = await launch('late-0', keys[0]);
  expect(session.body).toMatchObject({ status: 'active', session_token: tickets[0]!.session_token });
});

it.each([0, 3, 10, 30, 100])(
  'loses nobody when the manager is killed %i ms after room appeared',
  async (ms) => {
    await start({ MAX_TOTAL_SESSIONS: '3', WARM_POOL_SIZE: ms % 20 === 0 ? '0' : '3' });
    const inside = await Promise.all(['one', 'two', 'three'].map((user) => platform.create(user)));
    const tickets = [];
    for (const user of ['a', 'b', 'c']) tickets.push(ticketOf((await launch(user)).body));
    const ends = inside.map(({ body }) => platform.end(body).catch(() => undefined));
    await sleep(ms);
    await platform.killManager();
    await Promise.all(ends);
    await platform.startManager();
    for (const { body } of inside) await platform.end(body);
    await Promise.all(tickets.map(untilActive));
    const sessions = await Promise.all(tickets.map(sessionOf));
    expect(new Set(sessions.map(({ body }) => body.session_id)).size).toBe(3);
    expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(3);
    await Promise.all(
      tickets.map(async (ticket) => {
        const { body } = await sessionOf(ticket);
        await platform.end({ session_id: body.session_id, session_token: ticket.session_token });
      }),
    );
    await platform.admin('PUT', '/pool', { target: 0 });
    const rest = () => platform.leftovers('pool:config');
    await until(async () => (await rest()).length === 0).catch(() => undefined);
    expect(await rest()).toEqual([]);
  },
  120_000,
);

it('gives up the places of those who went away, and keeps those who follow or ask', async () => {
  await start({ MAX_TOTAL_SESSIONS: '0', WAITING_TIMEOUT_SECONDS: '5' });
  const gone = ticketOf((await launch('away')).body);
  const follower = ticketOf((await launch('follows')).body);
  const asker = ticketOf((await launch('asks')).body);
  const stream = await follow(follower);
  await until(async () => (await look(asker)).body.place === 2, 20_000);
  expect(await look(gone)).toMatchObject({ status: 410, body: { reason: 'away' } });
  expect((await look(follower)).body.place).toBe(1);
  await sleep(6_000);
  stream.stop();
  // Nobody could show that they are there while the manager was away.
  await platform.stopManager();
  await sleep(6_000);
  await platform.startManager();
  await sleep(2_500);
  expect((await look(follower)).body.place).toBe(1);
}, 60_000);

it('counts tickets in what one user may have', async () => {
  await start({ MAX_TOTAL_SESSIONS: '1', MAX_SESSIONS_PER_USER: '3' });
  const [session, one, two, three] = [
    await launch('ada'),
    await launch('ada'),
    await launch('ada'),
    await launch('ada'),
  ];
  expect([session, one, two, three].map(({ status }) => status)).toEqual([202, 202, 202, 429]);
  expect(three.body.code).toBe('user_limit');
  // Less is allowed when the turn comes: the ticket ends with the reason, and the next one gets the place.
  const other = ticketOf((await launch('ben')).body);
  await platform.admin('PUT', '/config', { max_sessions_per_user: 1, max_sessions: 2 });
  await untilActive(other);
  expect(await look(ticketOf(one.body))).toMatchObject({ status: 410, body: { reason: 'user_limit' } });
  expect(await look(ticketOf(two.body))).toMatchObject({ status: 410, body: { reason: 'user_limit' } });
});

it('has so many places and no more, and none when it is closed', async () => {
  await start({ MAX_TOTAL_SESSIONS: '0', WAITING_ROOM_SIZE: '2' });
  const answers = await Promise.all(Array.from({ length: 10 }, (_, i) => launch(`guest-${i}`)));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([202, 202, ...Array(8).fill(503)]);
  const refused = answers.find(({ status }) => status === 503)!;
  expect(refused.body.code).toBe('line_full');
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await platform.get('/api/capacity')).body).toMatchObject({ status: 'full', waiting: { length: 2 } });
  await platform.stopManager();
  await platform.startManager({ WAITING_ROOM_SIZE: '0' });
  expect((await launch('late')).body.code).toBe('full');
  // What is purged leaves no line behind.
  await platform.stopManager();
  await platform.purge();
  expect(await platform.redis.client.zcard('waiting:line')).toBe(0);
});

it('tells machines how full it is', async () => {
  await start({ MAX_TOTAL_SESSIONS: '3', WARM_POOL_SIZE: '1' });
  await until(async () => (await platform.get('/api/capacity')).body.warm.ready === 1);
  expect(await platform.get('/api/capacity')).toMatchObject({
    status: 200,
    body: {
      status: 'open',
      max_sessions: 3,
      active_sessions: 0,
      available: 3,
      warm: { ready: 1, starting: 0 },
      waiting: { length: 0, max_length: 1_000, estimated_wait_seconds: 0 },
    },
  });
  await platform.redis.kill();
  expect((await platform.get('/api/capacity')).body.code).toBe('redis_unavailable');
  await platform.redis.start();
});
