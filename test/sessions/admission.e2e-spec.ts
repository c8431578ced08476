import { processesWith } from '../support/processes';
import { TestPlatform } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '20' });
});
afterAll(() => platform.stop());

it('gives 200 parallel launches against a cap of 20 exactly 20 sessions and 180 clean refusals, and leaves nothing', async () => {
  const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => platform.create(`crowd-${i}`)));
  const made = answers.filter(({ status }) => status === 201);
  const refused = answers.filter(({ status }) => status === 503);
  expect([made.length, refused.length]).toEqual([20, 180]);
  for (const { headers, body } of refused) {
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body).toMatchObject({ status: 503, code: 'full', detail: expect.stringContaining('All 20 instances') });
  }
  const ports = made.flatMap(({ body }) => [new URL(body.frontend_url).port, new URL(body.backend_url).port]);
  expect(new Set(ports).size).toBe(40);
  expect((await platform.get('/api/health')).body).toMatchObject({ active_sessions: 20, max_sessions: 20 });
  expect((await platform.redis.client.smembers('allocated_ports')).length).toBe(40);

  const ended = await Promise.all(made.map(({ body }) => platform.end(body)));
  expect(new Set(ended.map(({ status }) => status))).toEqual(new Set([200]));
  expect(await platform.leftovers()).toEqual([]);
  expect(processesWith(platform.environment['PROCESS_HOME'] ?? '')).toEqual([]);
});

it('obeys a new cap at once, and the environment again when an operator changes that', async () => {
  const one = await platform.create('one');
  expect((await platform.admin('PUT', '/config', { max_sessions: 1 })).body).toMatchObject({
    max_sessions: 1,
    sources: { max_sessions: 'admin' },
  });
  expect((await platform.create('two')).status).toBe(503);
  await platform.stopManager();
  await platform.startManager({ MAX_TOTAL_SESSIONS: '2' });
  expect((await platform.get('/api/health')).body.max_sessions).toBe(2);
  const two = await platform.create('two');
  expect(two.status).toBe(201);
  expect((await platform.create('three')).status).toBe(503);
  await Promise.all([platform.end(one.body), platform.end(two.body)]);
});

it('refuses to start with a configuration that cannot be used, and says why', async () => {
  await platform.stopManager();
  await expect(platform.startManager({ MAX_TOTAL_SESSIONS: 'many' }, false)).rejects.toThrow(
    'MAX_TOTAL_SESSIONS: got "many", wants a whole number from 0 to 100000',
  );
});
