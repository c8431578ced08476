import { TestPlatform } from '../support/platform';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start();
});
afterAll(() => platform.stop());
beforeEach(() => platform.redis.client.del('audit'));

interface Entry {
  readonly id: string;
  readonly action: string;
  readonly target: string;
  readonly detail: object;
}

const page = async (query = ''): Promise<{ entries: Entry[]; next: string | null }> =>
  (await platform.admin('GET', `/audit${query}`)).body;

/** Writes acts as earlier versions did; `n` counts them. */
const write = async (count: number, act: (n: number) => { actor?: string; action?: string; target?: string }) => {
  const pipeline = platform.redis.client.pipeline();
  for (let n = 0; n < count; n += 1) {
    const { actor = 'admin', action = 'extended', target = 'ada-1f2e3d4c' } = act(n);
    pipeline.xadd('audit', '*', 'at', new Date().toISOString(), 'actor', actor, 'address', '::1', 'action', action, 'target', target, 'detail', JSON.stringify({ n })); // prettier-ignore
  }
  await pipeline.exec();
};

it('shows what organisers did, the newest first', async () => {
  const { body: session } = await platform.create('ada');
  await platform.admin('POST', `/sessions/${session.session_id}/extend`, { hours: 1 });
  await platform.admin('DELETE', `/sessions/${session.session_id}`);
  const { entries, next } = await page();
  expect(next).toBeNull();
  expect(entries).toEqual([
    {
      id: expect.stringMatching(/^\d+-\d+$/),
      at: expect.stringMatching(/^\d{4}-.*Z$/),
      actor: 'admin',
      address: '127.0.0.1',
      action: 'terminated',
      target: session.session_id,
      detail: {},
    },
    expect.objectContaining({ action: 'extended', detail: { hours: 1 } }),
  ]);
});

it('is empty where nobody did anything', async () => {
  expect(await page()).toEqual({ entries: [], next: null });
  expect(await page('?before=0-0')).toEqual({ entries: [], next: null });
});

it('pages through all entries without losing or repeating one, and ends', async () => {
  await write(1_203, () => ({}));
  const seen: Entry[] = [];
  let before = '';
  for (let pages = 0; ; pages += 1) {
    const { entries, next } = await page(`?limit=100${before}`);
    seen.push(...entries);
    expect(entries).toHaveLength(pages < 12 ? 100 : 3);
    if (next === null) break;
    before = `&before=${next}`;
  }
  expect(seen.map(({ detail }) => detail)).toEqual(Array.from({ length: 1_203 }, (_, i) => ({ n: 1_202 - i })));
  // The last page is full: nothing comes after it.
  expect((await page(`?limit=3&before=${seen.at(-4)!.id}`)).next).toBeNull();
});

it('finds what fits among many that do not', async () => {
  await write(3_000, (n) => ({
    actor: n % 2 === 0 ? 'ada' : 'ben',
    action: n % 100 === 0 ? 'terminated' : 'extended',
    target: n === 10 ? 'one-1f2e3d4c' : 'many',
  }));
  expect((await page('?target=one-1f2e3d4c')).entries).toMatchObject([{ detail: { n: 10 } }]);
  const terminated = await page('?action=terminated&limit=20');
  expect(terminated.entries).toHaveLength(20);
  expect(terminated.entries[0]).toMatchObject({ detail: { n: 2_900 } });
  const rest = await page(`?action=terminated&limit=20&before=${terminated.next}`);
  expect(rest).toMatchObject({ next: null });
  expect(rest.entries.map(({ detail }) => detail)).toEqual(
    Array.from({ length: 10 }, (_, i) => ({ n: 900 - i * 100 })),
  );
  expect((await page('?action=terminated&actor=ben')).entries).toEqual([]);
});

it('reads a bounded part of a stream that others have filled, and goes on from there', async () => {
  await write(1, () => ({ target: 'the-oldest' }));
  await write(12_500, () => ({}));
  const first = await page('?target=the-oldest');
  expect(first.entries).toEqual([]);
  const second = await page(`?target=the-oldest&before=${first.next}`);
  expect(second.entries).toHaveLength(1);
  expect(second.next).toBeNull();
});

it.each(['before=x', 'before=1', 'limit=0', 'limit=501', 'limit=x', 'target=', `target=${'x'.repeat(257)}`, 'page=2'])(
  'refuses %s',
  async (query) => {
    expect(await platform.admin('GET', `/audit?${query}`)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  },
);

it('takes ids that are larger than any for the end', async () => {
  await write(2, () => ({}));
  expect((await page(`?before=${'9'.repeat(20)}-${'9'.repeat(20)}`)).entries).toHaveLength(2);
});

it('is for organisers only', async () => {
  expect((await platform.get('/api/admin/audit')).status).toBe(401);
});
