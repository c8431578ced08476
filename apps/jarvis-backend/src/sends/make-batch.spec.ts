import type { GeneratedEvent } from '../events/product';
import { makeBatch } from './make-batch';

const event = (raw: string): GeneratedEvent => ({ raw }) as unknown as GeneratedEvent;
const numbered = (index: number): GeneratedEvent => event(`event ${index}`);

it('makes what was asked for, from its first number on', () =>
  expect(makeBatch(numbered, 7, 3).map(({ raw }) => raw)).toEqual(['event 7', 'event 8', 'event 9']));

it.each([
  ['large', 262_144, 2],
  ['larger than a batch', 2_000_000, 1],
])('makes fewer that are %s', (_, size, made) =>
  expect(makeBatch(() => event('x'.repeat(size)), 0, 200)).toHaveLength(made),
);

it('makes fewer that take long', () => {
  let now = 0;
  const clock = jest.spyOn(performance, 'now').mockImplementation(() => now);
  const slow = (index: number): GeneratedEvent => {
    now += 40;
    return numbered(index);
  };
  expect(makeBatch(slow, 0, 200)).toHaveLength(3);
  clock.mockRestore();
});
