import { poolTarget, type StoredPool } from './pool-target';

const at = (hour: number, minute = 0) => new Date(2026, 4, 4, hour, minute);
const plan = [
  { at: '08:45', keep: 150 },
  { at: '18:00', keep: 0 },
];
const setAt = (date: Date, value = 7, base = 5): StoredPool => ({ target: { value, base, at: date.getTime() } });

it.each<[string, StoredPool, typeof plan, Date, { value: number; source: string }]>([
  ['the environment', {}, [], at(9), { value: 5, source: 'environment' }],
  ['an admin over the environment', setAt(at(8)), [], at(9), { value: 7, source: 'admin' }],
  ['the environment again once it changed', setAt(at(8), 7, 4), [], at(9), { value: 5, source: 'environment' }],
  ["yesterday evening's step before the morning's", {}, plan, at(8), { value: 0, source: 'plan' }],
  ["the morning's step at its very minute", {}, plan, at(8, 45), { value: 150, source: 'plan' }],
  ['a number that an admin set after the step', setAt(at(9)), plan, at(10), { value: 7, source: 'admin' }],
  ['the step that comes after the admin', setAt(at(8)), plan, at(9), { value: 150, source: 'plan' }],
  [
    "the admin's plan over the environment's",
    { plan: [{ at: '07:00', keep: 3 }] },
    plan,
    at(9),
    { value: 3, source: 'plan' },
  ],
  ['no plan where the admin emptied it', { plan: [] }, plan, at(9), { value: 5, source: 'environment' }],
  [
    'one moment that is past',
    { plan: [{ at: at(8).toISOString(), keep: 9 }] },
    [],
    at(9),
    { value: 9, source: 'plan' },
  ],
  [
    'nothing of a moment to come',
    { plan: [{ at: at(10).toISOString(), keep: 9 }] },
    [],
    at(9),
    { value: 5, source: 'environment' },
  ],
])('follows %s', (_, stored, environmentPlan, now, target) => {
  expect(poolTarget(5, stored, environmentPlan, now)).toMatchObject(target);
});

it('tells the next step, over midnight too', () => {
  expect(poolTarget(5, {}, plan, at(9)).next).toEqual({ at: at(18), keep: 0 });
  expect(poolTarget(5, {}, plan, at(19)).next).toEqual({ at: new Date(2026, 4, 5, 8, 45), keep: 150 });
});
