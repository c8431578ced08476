import { TestPlatform, until } from '../support/platform';

const ADDRESS = '192.168.77.7';
let platform: TestPlatform;
afterEach(() => platform.stop());

/** What the instance of a new session says of its network, and of a destination at the address. */
const toldTo = async (user: string) => {
  const { status, body } = await platform.create(user);
  expect(status).toBe(201);
  const call = async (method: string, destination?: object) => {
    const headers = { 'X-API-Key': body.access_token, 'Content-Type': 'application/json' };
    const answer = await fetch(`${body.backend_url}destinations`, {
      method,
      headers,
      ...(destination && { body: JSON.stringify(destination) }),
    });
    return (await answer.json()) as Record<string, any>; // eslint-disable-line
  };
  const { detail = 'kept' } = await call('POST', { type: 'syslog', name: 'SIEM', host: ADDRESS, port: 514 });
  return { ...(await call('GET')).egress, saved: detail };
};

it('hands EGRESS on to instances, shows organisers what holds, and warns of what contradicts it', async () => {
  platform = await TestPlatform.start({ EGRESS: 'internet', DESTINATIONS_ALLOW: `${ADDRESS}/32` });
  const { egress_warnings: warnings, status } = (await platform.get('/api/health')).body;
  expect(status).toBe('healthy');
  expect(warnings).toEqual([
    expect.stringContaining('no firewall stands before local processes'),
    expect.stringContaining('DESTINATIONS_ALLOW names what EGRESS=internet closes'),
  ]);
  expect(JSON.stringify(warnings)).not.toContain(ADDRESS);
  expect((await platform.admin('GET', '/config')).body.egress).toEqual({ mode: 'internet', networks: [], warnings });
  expect(await toldTo('ada')).toMatchObject({
    mode: 'internet',
    saved: expect.stringContaining(`${ADDRESS} is out of reach.`),
  });
});

it('gives warm instances of another EGRESS to nobody', async () => {
  platform = await TestPlatform.start({ WARM_POOL_SIZE: '1' });
  const ready = () => until(async () => (await platform.admin('GET', '/pool')).body.ready === 1, 60_000);
  await ready();
  const [before] = await platform.redis.client.smembers('pool:all');
  await platform.stopManager();
  await platform.startManager({ EGRESS: 'list', EGRESS_LIST: '192.0.2.0/24' });
  await until(async () => !(await platform.redis.client.smembers('pool:all')).includes(before!), 60_000);
  await ready();
  expect(await toldTo('ada')).toMatchObject({ mode: 'list', networks: ['192.0.2.0/24'] });
});

it('does not start where EGRESS cannot be used, and says why', async () => {
  platform = await TestPlatform.start({});
  expect((await platform.get('/api/health')).body.egress_warnings).toEqual([]);
  await platform.stopManager();
  await expect(platform.startManager({ EGRESS: 'list' })).rejects.toThrow(
    /EGRESS_LIST: got "", wants networks such as .* because EGRESS is list/,
  );
});
