import { Queue } from 'bullmq';
import { EventStream } from '../support/event-stream';
import { TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';
import {
  aKey,
  atGateway,
  bearer,
  cookieOf,
  exchange,
  keepSomething,
  kept,
  later,
  organiser,
  waysIn,
  readSession,
  untilActive,
  type OwnSession,
} from '../support/rotation';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '50' });
});
afterAll(() => platform.stop());

const create = async (user: string): Promise<OwnSession> => (await platform.create(user)).body;
const read = (session: OwnSession, token: string) => readSession(platform, session, token);
const owned = (session: OwnSession) => untilActive(platform, session, 60_000);
const serving = (session: OwnSession) => processesWith(session.session_id.slice(-8));
const apiKeyOf = (session: OwnSession) => platform.redis.client.hget(`session:${session.session_id}`, 'api_key');

it('gives the owner new keys, and refuses the old ones everywhere from the answer on', async () => {
  const old = await create('ada');
  await keepSomething(old);
  const [cookie, apiKey] = [await cookieOf(old), (await apiKeyOf(old)) ?? ''];
  const stream = await EventStream.open(
    `${platform.origin}/api/sessions/${old.session_id}/events`,
    bearer(old.session_token),
  );
  await stream.next('message', ({ status }) => status === 'active');
  const { status, body: now } = await exchange(platform, old);
  expect([status, now.status, now.session_id]).toEqual([200, 'active', old.session_id]);
  expect(now.session_token).not.toBe(old.session_token);
  expect(now.access_token).not.toBe(old.access_token);

  const refusals = await Promise.all([
    read(old, old.session_token),
    platform.get('/api/sessions', old.session_token),
    platform.get(`/api/sessions/${old.session_id}/health`, old.session_token),
    platform.request('POST', `/api/sessions/${old.session_id}/extend`, {}, bearer(old.session_token)),
    platform.end(old),
    exchange(platform, old),
  ]);
  expect(refusals.map((answer) => answer.status)).toEqual([404, 401, 404, 404, 404, 404]);
  expect(await waysIn(old, cookie)).toEqual([401, 401, 401, 401]);
  expect(await waysIn({ ...old, access_token: apiKey }, cookie)).toEqual([401, 401, 401, 401]);
  expect(await atGateway(platform, old, old.access_token)).toBe('private');
  await until(() => stream.hasEnded, 2_000);
  expect(stream.of('message').every(({ data }) => data.status === 'active')).toBe(true);

  expect(await atGateway(platform, old, now.access_token)).toBe('open');
  expect(await waysIn(now, await cookieOf(now))).toEqual([302, 200, 200, 200]);
  expect((await cookieOf(now)).split('=')[0]).not.toBe(cookie.split('=')[0]);
  expect(await kept(now)).toEqual(['Lab']);
  expect((await platform.get('/api/sessions', now.session_token)).body.total).toBe(1);
  expect(serving(now)).toHaveLength(2);
  expect((await platform.end(now)).body.status).toBe('ended');
});

it('leaves ports, expiry, user and what was said of them as they were', async () => {
  const { body: old } = await platform.request('POST', '/api/sessions', { user_id: 'bob', metadata: { table: 4 } });
  const before = (await read(old, old.session_token)).body;
  const { body: now } = await exchange(platform, old);
  const { frontend_url, backend_url, access_token, session_token, containers, ...same } = now;
  expect(before).toMatchObject(same);
  expect([new URL(frontend_url).origin, backend_url]).toEqual([
    new URL(before.frontend_url).origin,
    before.backend_url,
  ]);
  expect([access_token, session_token, containers].every(Boolean)).toBe(true);
  await platform.end(now);
});

it('answers at once where that is preferred, when nothing answers to the old keys any more', async () => {
  const old = await create('cid');
  const cookie = await cookieOf(old);
  const { status, body: now } = await exchange(platform, old, later);
  expect([status, now.status, now.frontend_url, now.access_token]).toEqual([202, 'creating', null, null]);
  expect((await waysIn(old, cookie)).every((way) => way === null || way === 401)).toBe(true);
  const [oldStream, stream] = await Promise.all(
    [old, now].map(({ session_token: token }) =>
      EventStream.open(`${platform.origin}/api/sessions/${old.session_id}/events`, bearer(token)),
    ),
  );
  expect(oldStream!.response.status).toBe(404);
  await stream!.next('message', ({ status: state }) => state === 'active', 30_000);
  const steps = stream!.of('message').map(({ data }) => data.progress.percent);
  expect(steps.length).toBeGreaterThan(1);
  expect(steps).toEqual(steps.toSorted((a: number, b: number) => a - b));
  stream!.close();
  await platform.end(now);
});

it('refuses who may not, and what cannot be', async () => {
  const [old, other] = [await create('dan'), await create('eve')];
  const at = `/api/sessions/${old.session_id}/rotate-keys`;
  const asked = [
    await exchange(platform, { ...old, session_token: other.session_token }),
    await exchange(platform, { ...old, session_token: 'x' }, aKey()),
    await platform.request('POST', at),
    await exchange(platform, { ...old, session_id: 'nobody-00000000' }),
    await platform.request('POST', '/api/sessions/nobody-00000000/rotate-keys', undefined, organiser),
  ];
  for (const { status, body } of asked) expect([status, body.code]).toEqual([404, 'not_found']);
  expect((await exchange(platform, old, { 'idempotency-key': 'short' })).status).toBe(400);
  // Whoever shows no key to it does not learn that there is such a session.
  const nobody = { ...old, session_token: 'x' };
  expect((await exchange(platform, nobody, { 'idempotency-key': 'short' })).status).toBe(404);

  const { body: fresh } = await platform.create('fay', later);
  expect((await exchange(platform, fresh)).body).toMatchObject({ status: 409, code: 'not_active' });
  await platform.end(other);
  expect((await exchange(platform, other)).body).toMatchObject({ status: 410, code: 'gone' });
  expect((await exchange(platform, other, organiser)).status).toBe(410);
});

it('lets one of many at once win, whoever asks', async () => {
  const old = await create('gus');
  const asked = await Promise.all(
    Array.from({ length: 12 }, (_, i) => exchange(platform, old, { ...later, ...(i % 3 === 0 ? organiser : {}) })),
  );
  const won = asked.filter(({ status }) => status === 202);
  expect(won).toHaveLength(1);
  for (const { status, body } of asked.filter((answer) => !won.includes(answer))) {
    expect([409, 404]).toContain(status);
    expect(body.detail.length).toBeGreaterThan(20);
  }
  const late = await exchange(platform, old);
  expect([409, 404]).toContain(late.status);
  // What was refused is no act.
  const { entries } = (await platform.admin('GET', `/audit?target=${old.session_id}`)).body;
  expect(entries.length).toBeLessThanOrEqual(1);
  const now = await owned(won[0]!.body);
  expect(await waysIn(now, await cookieOf(now))).toEqual([302, 200, 200, 200]);
  expect(serving(now)).toHaveLength(2);
});

it('gives whoever lost the answer the same keys again, for their own Idempotency-Key and to nobody else', async () => {
  const old = await create('hal');
  const key = aKey();
  const first = await exchange(platform, old, { ...key, ...later });
  const [again, foreign, keyless, otherToken] = await Promise.all([
    exchange(platform, old, key),
    exchange(platform, old, aKey()),
    exchange(platform, old),
    exchange(platform, { ...old, session_token: 'x' }, key),
  ]);
  expect([again.status, again.body.session_token]).toEqual([200, first.body.session_token]);
  expect([foreign.status, keyless.status, otherToken.status]).toEqual([409, 409, 404]);
  const asked = await Promise.all(Array.from({ length: 5 }, () => exchange(platform, old, key)));
  expect(new Set(asked.map(({ body }) => body.session_token))).toEqual(new Set([first.body.session_token]));
  expect((await exchange(platform, old, aKey())).status).toBe(404);
  // The exchanged token is good for this and nothing else.
  expect(
    (
      await platform.request('DELETE', `/api/sessions/${old.session_id}`, undefined, {
        ...bearer(old.session_token),
        ...key,
      })
    ).status,
  ).toBe(404);

  const { body: handed } = await exchange(platform, old, organiser);
  expect((await exchange(platform, old, key)).status).toBe(404);
  expect((await exchange(platform, first.body, key)).status).toBe(404);
  expect((await read(old, handed.session_token)).status).toBe(200);
});

it('asks for another Idempotency-Key where the new token comes with that of the exchange before', async () => {
  const old = await create('hedy');
  const key = aKey();
  const { body: now } = await exchange(platform, old, key);
  expect((await exchange(platform, now, key)).body).toMatchObject({ status: 422, code: 'idempotency_mismatch' });
  expect((await read(now, now.session_token)).status).toBe(200);
});

it('lets an owner exchange again after a pause, and an organiser at once', async () => {
  const old = await create('ines');
  const { body: now } = await exchange(platform, old);
  const soon = await exchange(platform, now);
  expect(soon.body).toMatchObject({ status: 429, code: 'rotated_just_now' });
  const seconds = Number(soon.headers.get('retry-after'));
  expect(seconds).toBeGreaterThan(0);
  expect(seconds).toBeLessThanOrEqual(30);
  expect((await read(now, now.session_token)).body.status).toBe('active');
  const { status, body: handed } = await exchange(platform, now, organiser);
  expect(status).toBe(200);
  await platform.redis.client.hset(`session:${old.session_id}`, 'rotate_after', Date.now());
  expect((await exchange(platform, handed)).status).toBe(200);
});

it('starts a session once, though a job of the keys before comes late', async () => {
  const connection = platform.redis.client.duplicate({ maxRetriesPerRequest: null });
  const queue = new Queue('launch', { connection, prefix: 'jobs' });
  for (const step of ['starting', 'ready']) {
    const old = await create(`late-${step}`);
    await keepSomething(old);
    const { body: now } = await exchange(platform, old, later);
    const record = () => platform.redis.client.hgetall(`session:${old.session_id}`);
    await until(async () => [step, 'configured', 'done'].includes((await record())['step'] ?? ''), 30_000);
    const job = await queue.add('launch', { sessionId: old.session_id }, { jobId: old.session_id });
    expect(await kept(await owned(now))).toEqual(['Lab']);
    await until(async () => await job.isCompleted(), 10_000);
    expect((await record())['launches']).toBe('1');
    expect(serving(now)).toHaveLength(2);
  }
  await queue.close();
  connection.disconnect();
});

it('shows the new keys to no replay of how the session was made', async () => {
  const key = aKey();
  const { body: made } = await platform.create('ivy', key);
  const roster = { csv: 'user_id\njim', mode: 'reserve' };
  const { entries } = (await platform.admin('POST', '/roster', roster)).body;
  const place = new URLSearchParams(new URL(entries[0].link).hash.slice(1)).get('reservation') ?? '';
  const claim = () => platform.request('POST', '/api/reservations/claim', undefined, bearer(place));
  const { body: claimed } = await claim();
  await owned(claimed);
  for (const old of [made, claimed]) expect((await exchange(platform, old)).status).toBe(200);
  for (const { status, body } of [await platform.create('ivy', key), await claim()]) {
    expect(status).toBe(404);
    expect(body).not.toHaveProperty('access_token');
  }
});

it('has what organisers do on record, without secrets, and no secret in its log', async () => {
  const old = await create('kay');
  const { body: now } = await exchange(platform, old, organiser);
  const { entries } = (await platform.admin('GET', `/audit?target=${old.session_id}`)).body;
  expect(entries).toMatchObject([{ action: 'exchanged keys', target: old.session_id, actor: 'admin' }]);
  const told = platform.log.join('\n') + JSON.stringify(entries);
  const apiKey = (await apiKeyOf(now)) ?? '';
  for (const secret of [old.session_token, now.session_token, old.access_token, now.access_token, apiKey])
    expect(told).not.toContain(secret);
});

it('is refused by a replica that has just let the old token in', async () => {
  const replica = await platform.startReplica();
  const old = await create('lea');
  expect((await replica.get(`/api/sessions/${old.session_id}`, old.session_token)).status).toBe(200);
  expect(await atGateway(replica, old, old.access_token)).toBe('open');
  const { body: now } = await exchange(platform, old, later);
  expect((await replica.get(`/api/sessions/${old.session_id}`, old.session_token)).status).toBe(404);
  expect(await atGateway(replica, old, old.access_token)).toBe('private');
  await owned(now);
  await replica.stopManager();
});

it('gives back what was exchanged, and only that, when Redis has lost everything', async () => {
  const old = await create('mia');
  await keepSomething(old);
  const { body: now } = await exchange(platform, old);
  await platform.redis.client.flushall();
  await platform.killManager();
  await platform.startManager();
  await until(async () => (await read(now, now.session_token)).status === 200, 60_000);
  expect((await read(old, old.session_token)).status).toBe(404);
  expect(await kept(await owned(now))).toEqual(['Lab']);
});
