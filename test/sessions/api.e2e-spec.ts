import { TestPlatform, until } from '../support/platform';
import { processesWith } from '../support/processes';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_SESSIONS_PER_USER: '3' });
});
afterAll(() => platform.stop());

const home = () => platform.environment['PROCESS_HOME'] ?? '';
const owner = (session: { session_token: string }) => ({ authorization: `Bearer ${session.session_token}` });

/** The events of a session until the stream ends. */
async function eventsOf(session: { session_id: string; session_token: string }, last: string) {
  const response = await fetch(`${platform.origin}/api/sessions/${session.session_id}/events`, {
    headers: owner(session),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const events: { status: string; progress: { percent: number }; reason?: string }[] = [];
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    rest += chunk;
    const blocks = rest.split('\n\n');
    rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (data !== undefined) events.push(JSON.parse(data) as (typeof events)[number]);
    }
    if (events.at(-1)?.status === last) break;
  }
  return events;
}

describe('a session', () => {
  it('is active with both servers answering when the creation answers 201', async () => {
    const { status, headers, body } = await platform.create('ada@example.org');
    expect(status).toBe(201);
    expect(headers.get('location')).toBe(`/api/sessions/${body.session_id}`);
    expect(body).toMatchObject({
      user_id: 'ada@example.org',
      status: 'active',
      containers: { frontend: 'running', backend: 'running' },
      progress: { step: 'done', percent: 100 },
    });
    expect(body.session_id).toMatch(/^ada-example-org-[0-9a-f]{8}$/);
    expect(new Date(body.expires_at).getTime() - new Date(body.created_at).getTime()).toBe(24 * 3_600_000);
    const door = await fetch(body.frontend_url, { redirect: 'manual' });
    expect([302, 303]).toContain(door.status);
    const cookie = door.headers.getSetCookie()[0]?.split(';')[0] ?? '';
    const page = await fetch(new URL('/', body.frontend_url), { headers: { cookie } });
    expect([page.status, page.headers.get('content-type')]).toEqual([200, expect.stringContaining('text/html')]);
    expect((await fetch(new URL('/', body.frontend_url))).status).toBe(401);
    const api = await fetch(`${body.backend_url}products`, { headers: { 'x-api-key': body.access_token } });
    expect(api.status).toBe(200);
    expect((await fetch(`${body.backend_url}products`)).status).toBe(401);
    expect((await platform.end(body)).body).toEqual({ session_id: body.session_id, status: 'ended' });
  });

  it('opens to its owner and to organisers, and to nobody else', async () => {
    const { body: mine } = await platform.create('owner');
    const { body: other } = await platform.create('other');
    const path = `/api/sessions/${mine.session_id}`;
    expect((await platform.get(path, mine.session_token)).status).toBe(200);
    expect((await platform.get(path)).status).toBe(404);
    expect((await platform.get(path, other.session_token)).status).toBe(404);
    expect((await platform.get(path, mine.access_token)).status).toBe(404);
    expect((await platform.request('DELETE', path, undefined, owner(other))).status).toBe(404);
    expect((await platform.request('POST', `${path}/extend`, {}, owner(other))).status).toBe(404);
    expect((await platform.get(`${path}/events`, other.session_token)).status).toBe(404);
    expect((await platform.get('/api/sessions')).status).toBe(401);
    expect((await platform.get('/api/sessions', mine.session_token)).body).toMatchObject({
      total: 1,
      sessions: [{ session_id: mine.session_id }],
    });
    const secrets = JSON.stringify((await platform.get(path, mine.session_token)).body);
    expect(secrets).not.toContain(mine.session_token);
    await Promise.all([platform.end(mine), platform.end(other)]);
  });

  it('tells its progress as it happens, answers at once when asked to, and says why it ended', async () => {
    const { status, body } = await platform.create('eve', { prefer: 'respond-async' });
    expect(status).toBe(202);
    expect(body).toMatchObject({ status: 'creating', frontend_url: null, access_token: null });
    const events = await eventsOf(body, 'active');
    const percents = events.map(({ progress }) => progress.percent);
    expect(percents).toEqual(percents.toSorted((a, b) => a - b));
    expect(percents.length).toBeGreaterThanOrEqual(3);
    expect(events.at(-1)).toMatchObject({ status: 'active', progress: { percent: 100 } });
    const following = eventsOf(body, 'ended');
    await until(
      async () => (await platform.get(`/api/sessions/${body.session_id}`, body.session_token)).status === 200,
    );
    expect((await platform.admin('DELETE', `/sessions/${body.session_id}`)).body.status).toBe('ended');
    expect((await following).at(-1)).toMatchObject({ status: 'ended', reason: 'terminated' });
    const gone = await platform.get(`/api/sessions/${body.session_id}`, body.session_token);
    expect(gone.status).toBe(410);
    expect(gone.body).toMatchObject({
      code: 'gone',
      reason: 'terminated',
      detail: expect.stringContaining('organisers'),
    });
    expect((await platform.get(`/api/sessions/${body.session_id}`)).status).toBe(404);
  });

  it('is the same one when a creation is repeated with its Idempotency-Key, even at once', async () => {
    const headers = { 'idempotency-key': 'f0c0a1de-0000-4000-8000-000000000001' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => platform.create('twice', headers)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.session_id)).size).toBe(1);
    expect(new Set(answers.map(({ body }) => body.session_token)).size).toBe(1);
    const session = answers[0]!.body;
    expect((await platform.get(`/api/sessions/${session.session_id}`, session.session_token)).status).toBe(200);
    const another = await platform.request('POST', '/api/sessions', { user_id: 'twice', metadata: { a: 1 } }, headers);
    expect(another).toMatchObject({ status: 422, body: { code: 'idempotency_mismatch' } });
    await platform.end(session);
    expect((await platform.create('twice', headers)).status).toBe(410);
  });

  it('is refused beyond what one user may have, and possible again after one has ended', async () => {
    const answers = await Promise.all(Array.from({ length: 8 }, () => platform.create('greedy')));
    const made = answers.filter(({ status }) => status === 201).map(({ body }) => body);
    const refused = answers.filter(({ status }) => status === 429);
    expect([made.length, refused.length]).toEqual([3, 5]);
    expect(refused[0]!.body).toMatchObject({ code: 'user_limit', detail: expect.stringContaining('3 sessions') });
    await platform.end(made[0]);
    const again = await platform.create('greedy');
    expect(again.status).toBe(201);
    await Promise.all([made[1], made[2], again.body].map((session) => platform.end(session)));
  });

  it('lives on when it is extended, within what its owner may', async () => {
    const { body } = await platform.create('long');
    const path = `/api/sessions/${body.session_id}/extend`;
    const tooLong = await platform.request('POST', path, { hours: 3 }, owner(body));
    expect(tooLong).toMatchObject({ status: 422, body: { code: 'extension_too_long' } });
    const most = await platform.request('POST', path, {}, owner(body));
    expect(most.status).toBe(200);
    expect(new Date(most.body.expires_at).getTime()).toBeGreaterThan(new Date(body.expires_at).getTime());
    const admin = await platform.admin('POST', `/sessions/${body.session_id}/extend`, { hours: 12 });
    expect(new Date(admin.body.expires_at).getTime() - new Date(most.body.expires_at).getTime()).toBe(12 * 3_600_000);
    expect(admin.body.config_applied).toBe(true);
    await platform.end(body);
  });

  it('ends by itself when its time has run out, and cleanup ends what is overdue', async () => {
    await platform.admin('PUT', '/config', { session_ttl_hours: 0.01 });
    const { body: short } = await platform.create('short');
    await platform.admin('PUT', '/config', { session_ttl_hours: 24 });
    const { body: kept } = await platform.create('kept');
    const overdue = (id: string) => platform.redis.client.zadd('sessions:expiry', Date.now() - 1, id);
    await overdue(short.session_id);
    await until(
      async () => (await platform.get(`/api/sessions/${short.session_id}`, short.session_token)).status === 410,
    );
    expect((await platform.get(`/api/sessions/${short.session_id}`, short.session_token)).body.reason).toBe('expired');
    await overdue(kept.session_id);
    const cleaned = await platform.admin('POST', '/sessions/cleanup');
    expect(cleaned.status).toBe(200);
    expect((await platform.get(`/api/sessions/${kept.session_id}`, kept.session_token)).status).toBe(410);
  });

  it('is configured by organisers while it runs, and the instance obeys', async () => {
    const { body } = await platform.create('configured');
    const change = {
      features: { log_generation: false, max_events: 1_000, allowed_products: ['sentinelone'], rate_limit: 100 },
    };
    const answer = await platform.admin('POST', `/sessions/${body.session_id}/config`, change);
    expect(answer.body).toMatchObject({
      applied: true,
      features: {
        log_generation: false,
        max_events: 1_000,
        products: ['sentinelone'],
        rate_limit: 100,
        destinations: true,
      },
    });
    const refused = await fetch(`${body.backend_url}generate`, {
      method: 'POST',
      headers: { 'x-api-key': body.access_token, 'content-type': 'application/json' },
      body: JSON.stringify({ product_id: 'sentinelone_endpoint', count: 1 }),
    });
    expect(refused.status).toBe(403);
    const attempt = await fetch(`${body.backend_url}session`, {
      method: 'PUT',
      headers: { 'x-api-key': body.access_token, 'content-type': 'application/json' },
      body: JSON.stringify({}),
    });
    expect([401, 403]).toContain(attempt.status);
    await platform.end(body);
    expect(await platform.redis.client.exists(`config:session:${body.session_id}`)).toBe(0);
  });
});

describe('when all is over', () => {
  it('leaves no process, folder, port or key', async () => {
    expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(0);
    expect(await platform.leftovers()).toEqual([]);
    expect(processesWith(home())).toEqual([]);
    expect(await platform.redis.client.smembers('allocated_ports')).toEqual([]);
    expect(await platform.redis.client.llen('ports:free')).toBe(500);
  });
});
