import { RecentWrites } from './recent-writes';

const written = (limits: { forMs: number; maxBytes: number }, writes: readonly [string, number][]): string => {
  const recent = new RecentWrites(limits);
  for (const [text, at] of writes) recent.add(Buffer.from(text), at);
  return recent.all().toString();
};

it('remembers what was written lately, in order', () => {
  const limits = { forMs: 5000, maxBytes: 100 };
  expect(written(limits, [])).toBe('');
  expect(written(limits, [['a', 0], ['b', 4000], ['c', 5000]])).toBe('abc'); // prettier-ignore
  expect(written(limits, [['a', 0], ['b', 4000], ['c', 5001]])).toBe('bc'); // prettier-ignore
});

it('remembers no more bytes than it may, but always the last write', () => {
  const limits = { forMs: 5000, maxBytes: 4 };
  expect(written(limits, [['aa', 0], ['bb', 1], ['cc', 2]])).toBe('bbcc'); // prettier-ignore
  expect(written(limits, [['aa', 0], ['bbbbbb', 1]])).toBe('bbbbbb'); // prettier-ignore
  expect(written(limits, [['aaaaaa', 0]])).toBe('aaaaaa');
});
