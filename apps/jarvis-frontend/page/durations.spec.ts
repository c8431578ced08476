import { durationOf, durationText, isDuration, secondsOf } from './durations';

it.each([
  ['90s', 90],
  ['20m', 1200],
  ['2h', 7200],
  ['0s', 0],
])('reads %s as %i seconds, and writes what means the same', (text, seconds) => {
  const duration = durationOf(text);
  expect(secondsOf(duration)).toBe(seconds);
  expect(secondsOf(durationOf(durationText(duration)))).toBe(seconds);
});

it.each([undefined, null, 5, '', '5', '5 min', '12345s'])('has no amount for %j', (text) => {
  expect(durationOf(text)).toEqual({ amount: '', unit: 'm' });
});

it.each(['', '-1', '1.5', '12345', 'x'])('takes %j typed for no time', (amount) => {
  expect(isDuration({ amount, unit: 'm' })).toBe(false);
  expect(secondsOf({ amount, unit: 'm' })).toBe(0);
});
