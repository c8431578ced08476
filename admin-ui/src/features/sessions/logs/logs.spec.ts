import { levelOf } from './log-level';
import { linesWith, withMore, type LogLine } from './log-lines';

const line = (text: string): LogLine => ({ at: null, stream: 'stdout', text });
const lines = (...texts: string[]) => withMore([], texts.map(line));

it('numbers lines on, and lets the oldest go', () => {
  const first = lines('a', 'b');
  const all = withMore(first, [line('c'), line('d')], 3);
  expect(all.map(({ number, text }) => `${number} ${text}`)).toEqual(['2 b', '3 c', '4 d']);
  expect(withMore(all, [])).toBe(all);
});

it('keeps 5,000 of more', () => {
  const all = withMore(
    [],
    Array.from({ length: 6_000 }, (_, index) => line(String(index))),
  );
  expect(all).toHaveLength(5_000);
  expect(all.at(-1)).toMatchObject({ number: 6_000, text: '5999' });
});

it('finds words whatever their case', () => {
  const all = lines('Listening', 'sent 5', 'listen');
  expect(linesWith(all, ' LISTEN ').map(({ number }) => number)).toEqual([1, 3]);
  expect(linesWith(all, ' ')).toBe(all);
});

it.each([
  ['{"level":"info","message":"no error"}', 'info'],
  ['{"time":"x","level":"WARN"}', 'warn'],
  ['time=x level=error msg="x"', 'error'],
  ['2026-11-25T09:00:00.000Z INFO ready', 'info'],
  ['[warning] disk', 'warn'],
  ['FATAL: no database', 'error'],
  ['there was an error in prose', null],
  ['Listening on 8000', null],
])('reads the level of %s', (text, level) => expect(levelOf({ text })).toBe(level));
