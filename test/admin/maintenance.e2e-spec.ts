import { TestPlatform, until } from '../support/platform';
import { betweenRounds, holdRounds, letRoundsGo } from '../support/rounds';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ VOLUME_RETENTION_HOURS: '2', MAX_SESSIONS_PER_USER: '20' });
});
afterAll(() => platform.stop());
beforeEach(() => platform.redis.client.del('audit'));

interface Session {
  readonly session_id: string;
  readonly session_token: string;
}
interface Volume {
  readonly name: string;
  readonly instance_id: string;
}

const idOf = ({ session_id: id }: Session) => id.slice(-8);
const reconcile = (body: object = {}) => platform.admin('POST', '/reconcile', body);
const volumes = async (): Promise<Volume[]> => (await platform.admin('GET', '/volumes')).body.volumes;
const volumeOf = async (instanceId: string) => (await volumes()).find(({ instance_id: id }) => id === instanceId);
const audited = async () => (await platform.admin('GET', '/audit')).body.entries;
const ended = async (user: string): Promise<Session> => {
  const { body } = await platform.create(user);
  await platform.end(body);
  return body;
};
const hold = (seconds: number) => holdRounds(platform.redis.client, seconds);
/** Without what the platform writes by itself every few seconds: jobs, logins, locks and readings of usage. */
const lasting = async () =>
  (await platform.redis.client.keys('*')).filter((key) => !/^(jobs|auth|lock|usage):/.test(key)).toSorted();
const letGo = () => letRoundsGo(platform.redis.client);

describe('reconciling by hand', () => {
  it('finds nothing to do where all is well', async () => {
    const { body: session } = await platform.create('ada');
    await betweenRounds();
    const { status, body } = await reconcile();
    expect(status).toBe(200);
    expect(body).toEqual({
      dry_run: false,
      at: expect.stringMatching(/Z$/),
      milliseconds: expect.any(Number),
      instances: expect.any(Number),
      sessions: 1,
      repairs: [],
    });
    expect(body.instances).toBeGreaterThanOrEqual(1);
    expect(await audited()).toMatchObject([{ action: 'reconciled', target: 'platform', detail: { failed: 0 } }]);
    await platform.end(session);
  });

  it('tells in a dry run what it would do, changes nothing, and then does it', async () => {
    await hold(300);
    const { body: forgotten } = await platform.create('ada');
    const { client } = platform.redis;
    // Redis forgets a session, and an index names one that never was.
    await client.del(`session:${forgotten.session_id}`);
    await client.zrem('sessions:expiry', forgotten.session_id);
    await client.zadd('sessions:expiry', Date.now() + 60_000, 'ghost-00000000');
    await client.hset('ports:leases', 'deadbeef', '1,2');
    const before = await lasting();
    const dry = await reconcile({ dry_run: true });
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({ dry_run: true, sessions: 0 });
    expect(dry.body.repairs).toEqual(
      expect.arrayContaining([
        {
          kind: 'adopt',
          instance_id: idOf(forgotten),
          session_id: forgotten.session_id,
          message: 'Take the running instance back: Redis has forgotten its session',
          done: null,
        },
        {
          kind: 'release',
          instance_id: 'deadbeef',
          session_id: null,
          message: 'Free the ports of an instance that is not there',
          done: null,
        },
      ]),
    );
    expect(await lasting()).toEqual(before);
    expect(await client.exists(`session:${forgotten.session_id}`)).toBe(0);
    expect(await audited()).toEqual([]);
    await betweenRounds();
    await letGo();
    const done = await reconcile();
    const repaired = dry.body.repairs.map((repair: object) => ({ ...repair, done: true }));
    expect(done.body.repairs).toEqual(expect.arrayContaining(repaired));
    const now = await platform.get(`/api/sessions/${forgotten.session_id}`, forgotten.session_token);
    expect(now.body.status).toBe('active');
    expect(await client.zscore('sessions:expiry', 'ghost-00000000')).toBeNull();
    expect((await reconcile({ dry_run: true })).body.repairs).toEqual([]);
    await platform.end(forgotten);
  });

  it('refuses while it is under way, and says when to try again; a dry run may look on', async () => {
    await hold(60);
    const { status, headers, body } = await reconcile();
    expect([status, body.code, headers.get('retry-after')]).toEqual([409, 'already_running', '5']);
    expect((await reconcile({ dry_run: true })).status).toBe(200);
    expect(await audited()).toEqual([]);
    await letGo();
  });

  it('answers 503 while Redis is away', async () => {
    await platform.redis.kill();
    expect(await reconcile({ dry_run: true })).toMatchObject({ status: 503, body: { code: 'redis_unavailable' } });
    expect(await platform.admin('GET', '/volumes')).toMatchObject({ status: 503, body: { code: 'redis_unavailable' } });
    await platform.redis.start();
    await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
  });

  it.each([[{ dry_run: 'yes' }], [{ dry_run: null }], [{ dry: true }], [[]]])('refuses %j', async (body) => {
    expect(await reconcile(body)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  });
});

describe('retained volumes', () => {
  it('are those of sessions that have ended, with when they go by themselves', async () => {
    const { body: living } = await platform.create('ada');
    const gone = await ended('ben@example.org');
    expect(await volumeOf(idOf(living))).toBeUndefined();
    const volume = await volumeOf(idOf(gone));
    expect(volume).toEqual({
      name: `jarvis-${gone.session_id}-data`,
      instance_id: idOf(gone),
      session_id: gone.session_id,
      user_id: 'ben@example.org',
      created_at: expect.any(String),
      ended_at: expect.any(String),
      purge_at: expect.any(String),
      size_bytes: expect.any(Number),
    });
    const { ended_at, purge_at } = volume as unknown as { ended_at: string; purge_at: string };
    expect(Date.parse(purge_at) - Date.parse(ended_at)).toBe(2 * 3_600_000);
    expect((await platform.admin('GET', '/volumes')).body.retention_hours).toBe(2);
    await platform.end(living);
  });

  it('of claimed warm instances bear the name of their session', async () => {
    await platform.admin('PUT', '/pool', { target: 1 });
    await until(async () => (await platform.admin('GET', '/pool')).body.ready === 1);
    const session = await ended('eve');
    const { body: warm } = await platform.admin('GET', '/pool');
    expect(warm.target).toBe(1);
    expect(await volumeOf(idOf(session))).toMatchObject({ session_id: session.session_id, user_id: 'eve' });
    // The pool has started another one; its volume is no session's and stays out of the list.
    await until(async () => (await platform.admin('GET', '/pool')).body.ready === 1);
    const owned = await platform.redis.client.smembers('pool:all');
    expect((await volumes()).filter(({ instance_id: id }) => owned.includes(id))).toEqual([]);
    await platform.admin('PUT', '/pool', { target: 0 });
    await until(async () => {
      const { ready, starting, retiring } = (await platform.admin('GET', '/pool')).body;
      return ready + starting + retiring === 0;
    });
  });

  it('are removed when asked, and only those; what is none is named', async () => {
    const [first, second] = [await ended('ada'), await ended('ada')];
    const { body: living } = await platform.create('ada');
    const { status, body } = await platform.admin('POST', '/volumes/purge', {
      instance_ids: [idOf(first), idOf(living), '00000000'],
    });
    expect(status).toBe(200);
    expect(body.purged).toEqual([`jarvis-${first.session_id}-data`]);
    expect(body.failures).toEqual([
      { instance_id: idOf(living), message: 'No retained volume of this instance' },
      { instance_id: '00000000', message: 'No retained volume of this instance' },
    ]);
    expect(await volumeOf(idOf(first))).toBeUndefined();
    expect(await volumeOf(idOf(second))).toBeDefined();
    expect((await platform.get(`/api/sessions/${living.session_id}`, living.session_token)).body.status).toBe('active');
    expect(await audited()).toMatchObject([
      {
        action: 'purged',
        target: 'volumes',
        detail: { volumes: [`jarvis-${first.session_id}-data`], purged: 1, failed: 2 },
      },
    ]);
    const all = await platform.admin('POST', '/volumes/purge', {});
    expect(all.body.purged).toContain(`jarvis-${second.session_id}-data`);
    expect(await volumes()).toEqual([]);
    await platform.end(living);
  });

  it('are never those of a session that is being started with the same instance', async () => {
    const past = await ended('ada');
    const instanceId = idOf(past);
    await hold(60);
    const id = `ben-${instanceId}`;
    const { client } = platform.redis;
    await client.multi().hset(`session:${id}`, { session_id: id, instance_id: instanceId, user_id: 'ben', status: 'creating', created_at: String(Date.now()), expires_at: String(Date.now() + 60_000), token_hash: 'x', api_key: 'x' }).zadd('sessions:expiry', Date.now() + 60_000, id).exec(); // prettier-ignore
    expect(await volumeOf(instanceId)).toBeUndefined();
    const asked = await platform.admin('POST', '/volumes/purge', { instance_ids: [instanceId] });
    expect(asked.body).toMatchObject({ purged: [], failures: [{ instance_id: instanceId }] });
    await client.multi().del(`session:${id}`).zrem('sessions:expiry', id).exec();
    expect(await volumeOf(instanceId)).toBeDefined();
    await letGo();
  });
});
