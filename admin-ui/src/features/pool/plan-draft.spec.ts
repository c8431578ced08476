import { draftOf, isSamePlan, planErrors, planOf } from './plan-draft';

const plan = [
  { at: '08:45', keep: 150 },
  { at: '2026-05-04T18:00:00Z', keep: 0 },
];

it('sends back what it got', () => {
  expect(planOf(draftOf(plan))).toEqual(plan);
  expect(isSamePlan(plan, draftOf(plan))).toBe(true);
  expect(isSamePlan(plan, draftOf(plan.slice(1)))).toBe(false);
});

it.each<[string, number | '', string[]]>([
  ['08:45', 3, []],
  ['8:45', 3, ['at']],
  ['24:00', 3, ['at']],
  ['2026-13-01T00:00:00Z', 3, ['at']],
  ['08:45', '', ['keep']],
  ['08:45', -1, ['keep']],
  ['08:45', 1.5, ['keep']],
  ['', 100_001, ['at', 'keep']],
])('finds what is wrong with %p, %p: %p', (at, keep, wrong) => {
  const draft = [{ id: 1, at, keep }];
  expect(Object.keys(planErrors(draft)[0] ?? {})).toEqual(wrong);
  expect(planOf(draft) === null).toBe(wrong.length > 0);
});
