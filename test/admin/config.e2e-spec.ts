import { processesWith } from '../support/processes';
import { TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '40', MAX_SESSIONS_PER_USER: '40' });
});
afterAll(() => platform.stop());
beforeEach(() => platform.redis.client.del('audit', 'config:global'));

const config = async () => (await platform.admin('GET', '/config')).body;
const put = (change: object) => platform.admin('PUT', '/config', change);
const audited = async () =>
  (await platform.admin('GET', '/audit')).body.entries.map(
    ({ action, target, detail }: Record<string, unknown>) => [action, target, detail], // prettier-ignore
  );
const ALL = { scenarios: ['all'], products: ['all'], log_generation: true, destinations: true };

describe('the configuration', () => {
  it('tells what holds without organisers beside what is set', async () => {
    const base = {
      max_sessions: 40,
      max_sessions_per_user: 40,
      session_ttl_hours: 24,
      features: { ...ALL, max_events: null, rate_limit: null },
    };
    expect(await config()).toMatchObject({ ...base, base, public_url: platform.origin });
    const { body } = await put({ max_sessions: 30, features: { max_events: 5 } });
    expect(body).toMatchObject({ max_sessions: 30, features: { ...ALL, max_events: 5 }, base });
    expect(body.sources).toMatchObject({ max_sessions: 'admin', features: 'admin', session_ttl_hours: 'default' });
  });

  it('goes back to what holds without organisers when it is reset, in one step with other changes', async () => {
    await put({ max_sessions: 30, session_ttl_hours: 2, features: { max_events: 5, destinations: false } });
    const { body } = await put({ reset: ['max_sessions', 'features'], session_ttl_hours: 3 });
    expect(body).toMatchObject({ max_sessions: 40, session_ttl_hours: 3, features: body.base.features });
    expect(body.sources).toMatchObject({
      max_sessions: 'environment',
      features: 'default',
      session_ttl_hours: 'admin',
    });
    await put({ reset: ['session_ttl_hours'] });
    expect(await platform.redis.client.exists('config:global')).toBe(0);
  });

  it('is the organisers’ where they set what the environment says', async () => {
    expect((await put({ max_sessions: 40 })).body.sources.max_sessions).toBe('admin');
  });

  it('may lie below what runs: nothing ends by it', async () => {
    const { body: session } = await platform.create('ada');
    expect((await put({ max_sessions: 0 })).body.max_sessions).toBe(0);
    expect((await platform.get(`/api/sessions/${session.session_id}`, session.session_token)).body.status).toBe(
      'active',
    );
    expect((await platform.create('ben')).status).toBe(503);
    await platform.end(session);
  });

  it.each([
    [
      { reset: ['max_sessions'], max_sessions: 5 },
      'reset must not name what is changed at the same time: max_sessions',
    ],
    [{ reset: ['features'], features: {} }, 'reset must not name what is changed at the same time: features'],
    [{ reset: ['nothing'] }, 'each value in reset must be one of'],
    [{ reset: ['features', 'features'] }, 'unique'],
    [{ features: { products: ['all', 'okta'] } }, 'products must hold all alone'],
    [{ features: { scenarios: ['a', 'a'] } }, 'unique'],
  ])('refuses %j and says why', async (change, words) => {
    const { status, body } = await put(change);
    expect([status, body.code]).toEqual([400, 'invalid']);
    expect(body.errors.map(({ message }: { message: string }) => message).join()).toContain(words);
    expect(await audited()).toEqual([]);
  });

  it('is audited with what changed from what to what, and only then', async () => {
    await put({ max_sessions: 30, features: { max_events: 5, products: ['okta'] } });
    await put({ max_sessions: 30 });
    await put({});
    await put({ reset: ['session_ttl_hours'] });
    await put({ reset: ['max_sessions'], features: { max_events: null } });
    expect(await audited()).toEqual([
      [
        'changed',
        'config',
        { changes: { max_sessions: { from: 30, to: 40 }, 'features.max_events': { from: 5, to: null } } },
      ],
      [
        'changed',
        'config',
        {
          changes: {
            max_sessions: { from: 40, to: 30 },
            'features.products': { from: ['all'], to: ['okta'] },
            'features.max_events': { from: null, to: 5 },
          },
        },
      ],
    ]);
  });

  it('is audited as one unbroken chain when many change it at once', async () => {
    await Promise.all(Array.from({ length: 20 }, (_, i) => put({ max_sessions: i + 1 })));
    const steps = (await audited()).map(([, , detail]: [string, string, any]) => detail.changes.max_sessions); // eslint-disable-line
    expect(steps).toHaveLength(20);
    const next = new Map<number, number>(steps.map(({ from, to }: { from: number; to: number }) => [from, to]));
    const chain = [40];
    while (next.has(chain.at(-1)!)) chain.push(next.get(chain.at(-1)!)!);
    expect(chain).toHaveLength(21);
    expect((await config()).max_sessions).toBe(chain.at(-1));
  });
});

describe('the configuration of one session', () => {
  it('lies over the platform’s, is shown with what is its own, and can be reset', async () => {
    const { body: session } = await platform.create('ada');
    const path = `/sessions/${session.session_id}`;
    expect((await platform.admin('GET', path)).body).toMatchObject({ config_overrides: {}, config_applied: true });
    await put({ features: { max_events: 100 } });
    await platform.admin('POST', `${path}/config`, { features: { max_events: 5, rate_limit: 9 } });
    expect((await platform.admin('GET', path)).body).toMatchObject({
      config: { max_events: 5, rate_limit: 9, destinations: true },
      config_overrides: { max_events: 5, rate_limit: 9 },
      config_applied: true,
    });
    const reset = await platform.admin('POST', `${path}/config`, {
      features: { rate_limit: 8 },
      reset: ['max_events'],
    });
    expect(reset.body).toMatchObject({ features: { max_events: 100, rate_limit: 8 }, applied: true });
    await platform.admin('POST', `${path}/config`, { features: { rate_limit: 8 } });
    expect((await platform.admin('GET', path)).body.config_overrides).toEqual({ rate_limit: 8 });
    expect((await audited()).slice(0, 2)).toEqual([
      [
        'configured',
        session.session_id,
        {
          changes: { 'features.max_events': { from: 5, to: 100 }, 'features.rate_limit': { from: 9, to: 8 } },
        },
      ],
      [
        'configured',
        session.session_id,
        {
          changes: { 'features.max_events': { from: 100, to: 5 }, 'features.rate_limit': { from: null, to: 9 } },
        },
      ],
    ]);
    const both = await platform.admin('POST', `${path}/config`, {
      features: { allowed_products: ['okta'] },
      reset: ['products'],
    });
    expect(both).toMatchObject({ status: 400, body: { code: 'invalid' } });
    await platform.end(session);
  });
});

describe('the rollout', () => {
  it('shows which instances have not taken the newest configuration, without waiting for them', async () => {
    const sessions = await Promise.all(['ada', 'ben', 'eve'].map(async (user) => (await platform.create(user)).body));
    await put({ features: { max_events: 1 } });
    expect((await config()).rollout).toEqual({ active: 3, applied: 3, pending: [] });
    const [hung, ...others] = sessions;
    const processes = processesWith(hung.session_id.slice(-8));
    expect(processes.length).toBeGreaterThan(0);
    for (const { pid } of processes) process.kill(pid, 'SIGSTOP');
    const began = performance.now();
    const { body } = await put({ features: { max_events: 2 } });
    expect(performance.now() - began).toBeLessThan(3_000);
    expect(body.rollout).toEqual({ active: 3, applied: 2, pending: [hung.session_id] });
    for (const { session_id: id } of others) {
      expect((await platform.admin('GET', `/sessions/${id}`)).body.config_applied).toBe(true);
    }
    // What is under way for the one that hangs holds nobody up.
    expect((await put({ features: { max_events: 3 } })).body.rollout.pending).toEqual([hung.session_id]);
    for (const { pid } of processes) process.kill(pid, 'SIGCONT');
    await until(async () => (await config()).rollout.applied === 3, 60_000);
    for (const session of sessions) {
      const told = await fetch(`${session.backend_url}session`, { headers: { 'x-api-key': session.access_token } });
      expect(await told.json()).toMatchObject({ features: { max_events: 3 } });
      await platform.end(session);
    }
    expect((await config()).rollout).toEqual({ active: 0, applied: 0, pending: [] });
  });

  it('is told quickly for a thousand sessions', async () => {
    const { client } = platform.redis;
    const pipeline = client.pipeline();
    const later = Date.now() + 3_600_000;
    const ids = Array.from({ length: 1_000 }, (_, i) => `many-${(0xa000_0000 + i).toString(16)}`);
    for (const id of ids) {
      pipeline.hset(`session:${id}`, { session_id: id, instance_id: id.slice(-8), user_id: 'many', status: 'active', created_at: '0', expires_at: String(later), token_hash: 'x', api_key: 'x' }); // prettier-ignore
      pipeline.zadd('sessions:expiry', later, id);
    }
    await pipeline.exec();
    const times: number[] = [];
    for (let i = 0; i < 5; i += 1) {
      const began = performance.now();
      expect((await config()).rollout).toMatchObject({ active: 1_000, applied: 0 });
      times.push(performance.now() - began);
    }
    await client.del('sessions:expiry', ...ids.map((id) => `session:${id}`));
    expect(Math.min(...times)).toBeLessThan(500);
  });
});
