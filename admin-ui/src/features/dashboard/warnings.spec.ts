import { criticalOf, otherThanCritical, problemOf, type Warning } from './warnings';

const warning = (severity: Warning['severity'], code: Warning['code']): Warning => ({
  code,
  severity,
  message: 'It is wrong. Do this.',
  action: 'Do this.',
});
const all = [warning('info', 'ports_low'), warning('critical', 'image_missing'), warning('warning', 'disk_low')];

it('puts critical ones on every page, and the others in the order of their weight', () => {
  expect(criticalOf(all).map(({ code }) => code)).toEqual(['image_missing']);
  expect(otherThanCritical(all).map(({ code }) => code)).toEqual(['disk_low', 'ports_low']);
});

it.each([
  ['It is wrong. Do this.', 'Do this.', 'It is wrong.'],
  ['It is wrong.', 'Do this.', 'It is wrong.'],
])('tells what is wrong with %p from what to do', (message, action, problem) =>
  expect(problemOf({ message, action })).toBe(problem),
);
