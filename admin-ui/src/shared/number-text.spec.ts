import { numberIn, numberText, stepped } from './number-text';

it.each([
  ['', '', ''],
  ['12', '12', 12],
  ['0.0', '0.0', 0],
  ['1.', '1.', 1],
  ['.5', '.5', 0.5],
  ['-', '-', ''],
  ['.', '.', ''],
  ['-4', '-4', -4],
  ['4-4', '44', 44],
  ['1,000', '1000', 1000],
  [' 12 h', '12', 12],
  ['1.2.3', '1.23', 1.23],
  ['soon', '', ''],
])('takes %j for %j, which is %j', (typed, text, value) => {
  expect(numberText(typed)).toBe(text);
  expect(numberIn(text)).toBe(value);
});

it.each<[string, number | '', number | undefined]>([
  ['ArrowUp', 4, 5],
  ['ArrowDown', 0, -1],
  ['ArrowUp', 0.1, 1.1],
  ['ArrowUp', 2.2, 3.2],
  ['ArrowDown', '', 0],
  ['Enter', 4, undefined],
])('%s on %j makes %j', (key, value, next) => expect(stepped(key, value)).toBe(next));
