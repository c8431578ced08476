import { firstOfPage } from './upload-pages';

it.each([
  { number: 1, events: 120, first: 0 },
  { number: 50, events: 120, first: 0 },
  { number: 51, events: 120, first: 50 },
  { number: 120, events: 120, first: 100 },
  { number: 999, events: 120, first: 100 },
  { number: 999, events: 100, first: 50 },
  { number: -3, events: 120, first: 0 },
  { number: 0, events: 2, first: 0 },
])('shows event $number of $events on the page from $first', ({ number, events, first }) =>
  expect(firstOfPage(number, events)).toBe(first),
);
