import { setTimeout as sleep } from 'node:timers/promises';
import { TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
let session: { session_id: string; session_token: string };
beforeAll(async () => {
  platform = await TestPlatform.start();
  session = (await platform.create('cached')).body;
});
afterAll(() => platform.stop());

const key = () => `session:${session.session_id}`;
const read = async () => (await platform.get(`/api/sessions/${session.session_id}`, session.session_token)).body;
const expiry = async () => Date.parse((await read()).expires_at);

it('shows a change that another hand made in Redis', async () => {
  await expiry();
  for (let round = 1; round <= 50; round++) {
    const at = Date.now() + round * 1_000_000;
    await platform.redis.client.hset(key(), 'expires_at', at);
    await until(async () => (await expiry()) === at, 1_000);
  }
});

it('is right after changes that race with reads', async () => {
  const writes = Array.from({ length: 200 }, (_, i) => i);
  const last = Date.now() + 9_000_000;
  const reading = Promise.all(Array.from({ length: 400 }, () => read()));
  for (const i of writes) await platform.redis.client.hset(key(), 'expires_at', i === 199 ? last : last - i * 1_000);
  await reading;
  await until(async () => (await expiry()) === last, 1_000);
});

it('is right when the connection that tells of changes is cut', async () => {
  await expiry();
  const at = Date.now() + 77_000_000;
  await platform.redis.client.call('CLIENT', 'KILL', 'TYPE', 'pubsub');
  await platform.redis.client.hset(key(), 'expires_at', at);
  await until(async () => (await expiry()) === at, 2_000);
  await sleep(500);
  await platform.redis.client.hset(key(), 'expires_at', at + 1_000);
  await until(async () => (await expiry()) === at + 1_000, 1_000);
});

it('answers 404 once the record is gone', async () => {
  await read();
  const record = await platform.redis.client.hgetall(key());
  await platform.redis.client.del(key());
  await until(async () => (await read()).status === 404, 1_000);
  await platform.redis.client.hset(key(), record);
  await until(async () => (await read()).status === 'active', 1_000);
});
