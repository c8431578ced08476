import { setTimeout as sleep } from 'node:timers/promises';
import { CutProxy } from '../support/orchestrator/cut-proxy';
import { docker, remains } from '../support/docker';
import { TestPlatform, until } from '../support/platform';
import {
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

describe.each(['session', 'shared'])('with NETWORK_ISOLATION=%s', (isolation) => {
  let platform: TestPlatform;
  let engine: CutProxy;
  beforeAll(async () => {
    engine = await CutProxy.open('/var/run/docker.sock');
    platform = await TestPlatform.start({
      DRIVER: 'docker',
      DOCKER_SOCKET: engine.path,
      NETWORK_ISOLATION: isolation,
      SESSION_SUBNET_POOL: '10.221.0.0/16',
      WARM_POOL_SIZE: '1',
    });
  });
  afterAll(async () => {
    await platform.stop();
    await engine.close();
  });

  const parts = ({ session_id: id }: OwnSession) => ['backend', 'frontend'].map((part) => `jarvis-${id}-${part}`);
  const ready = () => until(async () => (await platform.admin('GET', '/pool')).body.ready === 1, 90_000);
  const record = ({ session_id: id }: OwnSession) => platform.redis.client.hgetall(`session:${id}`);
  const read = (session: OwnSession, token: string) => readSession(platform, session, token);
  const owned = (session: OwnSession) => untilActive(platform, session);

  it('starts a claimed warm pair anew with the new keys, twice, on the same volume and ports', async () => {
    await ready();
    const old: OwnSession = (await platform.create('ada')).body;
    expect((await record(old))['warm']).toBe('1');
    await keepSomething(old);
    await platform.admin('PUT', '/pool', { target: 0 });
    const [cookie, before] = [await cookieOf(old), await record(old)];

    const answer = await exchange(platform, old, later);
    expect(answer.status).toBe(202);
    expect((await waysIn(old, cookie)).every((way) => way === null || way === 401)).toBe(true);
    const once = await owned(answer.body);
    const { status, body: now } = await exchange(platform, once, organiser);
    expect(status).toBe(200);

    const after = await record(now);
    for (const part of parts(now)) {
      const [container] = JSON.parse((await docker('inspect', part)).join('')) as [
        { Config: { Labels: object; Env: string[] } },
      ];
      expect(container.Config.Labels).toMatchObject({ token_sha256: after['token_hash'], session_id: now.session_id });
      const environment = container.Config.Env.join('\n');
      expect(environment).toContain(after['api_key']);
      expect(environment).not.toContain(before['api_key']);
    }
    expect(new URL(now.frontend_url).port).toBe(before['frontend_port']);
    for (const gone of [old, once]) expect(await waysIn(gone, cookie)).toEqual([401, 401, 401, 401]);
    expect(await kept(now)).toEqual(['Lab']);

    await platform.redis.client.flushall();
    await platform.killManager();
    await platform.startManager({ WARM_POOL_SIZE: '0' });
    await until(async () => (await read(now, now.session_token)).status === 200, 60_000);
    expect((await read(old, once.session_token)).status).toBe(404);
    expect((await platform.end(now)).body.status).toBe('ended');
    await platform.admin('PUT', '/pool', { target: 0 });
    await until(async () => (await remains(platform.deployment)).every((name) => !name.includes('ada')), 30_000);
  });

  it('runs again what somebody had stopped by hand', async () => {
    const old: OwnSession = (await platform.create('bob')).body;
    await docker('stop', '-t', '1', ...parts(old));
    await until(async () => (await record(old))['stopped_by_hand'] === '1');
    const { status, body: now } = await exchange(platform, old);
    expect(status).toBe(200);
    expect(await waysIn(now, await cookieOf(now))).toEqual([302, 200, 200, 200]);
    await platform.end(now);
  });

  it('changes no keys while the engine is away, and goes on with those that it went away from', async () => {
    const old: OwnSession = (await platform.create('cid')).body;
    await keepSomething(old);
    const cookie = await cookieOf(old);
    const asked = exchange(platform, old, later);
    await until(async () => (await record(old))['status'] === 'creating');
    await engine.cut();
    await asked;
    await sleep(1_000);
    expect((await read(old, old.session_token)).status).toBe(404);
    await engine.mend();
    const now = await owned((await asked).body);
    expect(await waysIn(old, cookie)).toEqual([401, 401, 401, 401]);
    expect(await kept(now)).toEqual(['Lab']);
    await engine.cut();
    await until(async () => (await platform.get('/api/health')).body.status !== 'healthy');
    expect((await exchange(platform, now)).status).toBe(503);
    expect((await read(now, now.session_token)).status).toBe(200);
    await engine.mend();
    await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
    await platform.end(now);
  });
});
