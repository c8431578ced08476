import { LogPosition } from './log-position';

const at = (nanoseconds: number): { at: string } => ({
  at: `2026-11-25T10:00:00.${String(nanoseconds).padStart(9, '0')}Z`,
});
const SECONDS = Date.parse('2026-11-25T10:00:00Z') / 1_000;

it('begins again at the last moment, and passes what was read of that one over', () => {
  const position = new LogPosition();
  expect(position.begin()).toBeUndefined();
  for (const entry of [at(1), at(7), at(7)]) expect(position.pass(entry)).toBe(true);

  expect(position.begin()).toBe(`${SECONDS}.000000007`);
  expect([at(7), at(7), at(7), at(9)].map((entry) => position.pass(entry))).toEqual([false, false, true, true]);
  expect(position.begin()).toBe(`${SECONDS}.000000009`);
  expect([at(9), at(9)].map((entry) => position.pass(entry))).toEqual([false, true]);
});

it('skips nothing else when what was read is not told again', () => {
  const position = new LogPosition();
  position.pass(at(7));
  position.begin();
  expect([at(8), at(7)].map((entry) => position.pass(entry))).toEqual([true, true]);
  expect(position.begin()).toBe(`${SECONDS}.000000008`);
});

it('does not go back for an entry that came late', () => {
  const position = new LogPosition();
  for (const entry of [at(1), at(9), at(8)]) expect(position.pass(entry)).toBe(true);
  expect(position.begin()).toBe(`${SECONDS}.000000009`);
});
