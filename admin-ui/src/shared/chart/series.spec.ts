import { summaryOf, type Series } from './series';

const series = (values: Series['values']): Series => ({ label: 'p50', colour: 'ink', shape: 'line', values });

it.each<[Series['values'], number | null, number | null, number | null]>([
  [[], null, null, null],
  [[null, null], null, null, null],
  [[3, null, 1], 1, 1, 3],
  [[3, 1, null], null, 1, 3],
])('sums %j up', (values, newest, least, most) =>
  expect(summaryOf(series(values))).toEqual({ label: 'p50', newest, least, most }),
);
