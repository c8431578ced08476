import { createHash } from 'node:crypto';
import { EventStream } from '../support/event-stream';
import { TestPlatform, until } from '../support/platform';

const SECRET = 'summer-of-2026';
const CODE = 'K7QM-4XWD';

let platform: TestPlatform;
let replica: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ TRUST_PROXY: 'true', EVENT_ACCESS_CODE: CODE });
  replica = await platform.startReplica();
});
afterAll(async () => {
  await replica.stopManager();
  await platform.stop();
});
beforeEach(() => platform.redis.client.flushall());

const from = (address: string) => ({ 'x-forwarded-for': address });
const logIn = (address: string, username = 'admin', password = SECRET, at = platform) =>
  at.request('POST', '/api/admin/login', { username, password }, from(address));
const either = (index: number) => [platform, replica][index % 2]!;
const addressOf = (index: number) => `198.${18 + (index >> 16)}.${(index >> 8) & 255}.${index & 255}`;

interface Entry {
  readonly action: string;
  readonly target: string;
  readonly address: string;
  readonly detail: { readonly more_addresses?: number };
}
const entries = async (action = 'gave too many wrong'): Promise<Entry[]> =>
  (await platform.admin('GET', `/audit?limit=500&action=${encodeURIComponent(action)}`)).body.entries;

/** Has had nine wrong passwords already, as far as the throttle knows. */
const prepare = async (addresses: readonly string[]) => {
  const pipeline = platform.redis.client.pipeline();
  for (const address of addresses) {
    const id = createHash('sha256').update(`admin\0${address}`).digest('hex');
    pipeline.set(`auth:failures:${id}`, '9', 'EX', 60);
  }
  await pipeline.exec();
};
/** One more wrong password from each, 50 at once, over both managers. */
const close = async (addresses: readonly string[]) => {
  await prepare(addresses);
  for (let first = 0; first < addresses.length; first += 50) {
    const some = addresses.slice(first, first + 50);
    await Promise.all(some.map((address, index) => logIn(address, 'admin', SECRET, either(index))));
  }
};
const endMinute = (wrong = 'passwords') => platform.redis.client.del(`auth:minute:${wrong}`);

it('records the address to which the account was closed, once, however many try over both managers', async () => {
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, index) => logIn('192.0.2.7', 'admin', SECRET, either(index))),
  );
  expect(answers.map(({ status }) => status)).toContain(429);
  expect(await entries()).toEqual([
    expect.objectContaining({ actor: 'unknown', target: 'passwords', address: '192.0.2.7', detail: {} }),
  ]);
});

it('records nothing of nine wrong ones and a right one', async () => {
  for (let n = 0; n < 9; n += 1) expect((await logIn('192.0.2.7')).status).toBe(401);
  expect((await logIn('192.0.2.7', 'admin', 'techsummit2025')).status).toBe(200);
  expect(await entries()).toEqual([]);
  expect(await entries('logged in')).toHaveLength(1);
});

it('records the next closing of the account to the same address', async () => {
  for (const round of [1, 2]) {
    for (let n = 0; n < 12; n += 1) await logIn('192.0.2.7');
    expect(await entries()).toHaveLength(round);
    const keys = await platform.redis.client.keys('auth:*');
    for (const key of keys.filter((name) => /failures|recorded/.test(name))) {
      expect(await platform.redis.client.ttl(key)).toBeGreaterThan(0);
      await platform.redis.client.del(key);
    }
  }
});

it('records those who try other names apart, once for all names, and not the names', async () => {
  for (let name = 0; name < 5; name += 1) {
    for (let n = 0; n < 10; n += 1) await logIn('192.0.2.7', `${SECRET}-${name}`, 'admin');
  }
  for (let n = 0; n < 10; n += 1) await logIn('192.0.2.7');
  expect((await entries()).map(({ target }) => target)).toEqual(['passwords', 'account_names']);
  const kept = JSON.stringify(await platform.redis.client.xrange('audit', '-', '+'));
  expect(kept + platform.log.join('\n') + replica.log.join('\n')).not.toContain(SECRET);
});

it('takes the addresses of one IPv6 network for one', async () => {
  for (let n = 0; n < 12; n += 1) await logIn(`2001:db8::${n}`);
  expect(await entries()).toMatchObject([{ address: expect.stringMatching(/^2001:db8::/) }]);
});

it('counts those of a minute that are more than ten in one entry after it', async () => {
  await close(Array.from({ length: 22 }, (_, index) => addressOf(index)));
  expect(await entries()).toHaveLength(10);
  await endMinute();
  await until(async () => (await entries()).length > 10, 10_000);
  // Both managers look for it every five seconds.
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  const [more, ...rest] = await entries();
  expect([more, rest.length]).toEqual([
    expect.objectContaining({ target: 'passwords', address: '', detail: { more_addresses: 12 } }),
    10,
  ]);
});

it('counts them also where the next minute begins at once, and loses none when a manager is killed', async () => {
  const addresses = Array.from({ length: 60 }, (_, index) => addressOf(index));
  await close(addresses.slice(0, 20));
  await platform.killManager();
  await endMinute();
  await prepare(addresses.slice(20));
  await Promise.all(addresses.slice(20).map((address) => logIn(address, 'admin', SECRET, replica)));
  await platform.startManager();
  await endMinute();
  const told = async () => {
    const all = await entries();
    return all.reduce((sum, { detail }) => sum + (detail.more_addresses ?? 1), 0);
  };
  await until(async () => (await told()) === addresses.length, 15_000);
});

it('leaves organisers’ acts in the log under a flood from thousands of addresses', async () => {
  const ACTS = 9_000;
  const pipeline = platform.redis.client.pipeline();
  for (let n = 0; n < ACTS; n += 1) pipeline.xadd('audit', '*', 'action', 'extended', 'target', `act-${n}`);
  await pipeline.exec();
  const FLOOD = 3_000;
  for (let first = 0; first < FLOOD; first += 50) {
    await close(Array.from({ length: 50 }, (_, index) => addressOf(first + index)));
    await endMinute();
  }
  const log = await platform.redis.client.xrange('audit', '-', '+');
  const acts = log.filter(([, fields]) => fields.includes('extended'));
  expect(acts).toHaveLength(ACTS);
  expect(log.length - acts.length).toBe(500);
  expect(await platform.redis.client.llen('audit:passwords')).toBe(500);
  const newest = Array.from({ length: 50 }, (_, index) => addressOf(FLOOD - 50 + index));
  expect(newest).toContain((await entries()).find(({ address }) => address !== '')?.address);
});

it('records very many wrong access codes of an address, and not the codes', async () => {
  const guess = (index: number) =>
    either(index).request('POST', '/api/sessions', { user_id: 'eve', access_code: `${SECRET}-${index}` }, from('192.0.2.9')); // prettier-ignore
  for (let first = 0; first < 400; first += 100) {
    await Promise.all(Array.from({ length: 100 }, (_, index) => guess(first + index)));
  }
  expect(await entries()).toMatchObject([{ target: 'access_codes', address: '192.0.2.9' }]);
  expect(JSON.stringify(await platform.redis.client.xrange('audit', '-', '+'))).not.toContain(SECRET);
});

it('tells the console at once, of the entry as it is listed', async () => {
  const stream = await EventStream.open(`${platform.origin}/api/admin/events`, {
    authorization: `Basic ${btoa('admin:techsummit2025')}`,
  });
  await until(() => stream.events.length > 0);
  await close(['192.0.2.7']);
  const told = () => stream.events.filter(({ type }) => type === 'audit').map(({ data }) => data);
  await until(() => told().length > 0);
  expect(told()).toEqual(await entries());
  stream.close();
});
