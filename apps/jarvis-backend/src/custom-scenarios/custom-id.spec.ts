import { customId } from './custom-id';

it.each([
  ['Night shift', [], 'custom-night-shift'],
  ['Night shift', ['custom-night-shift', 'custom-night-shift-2'], 'custom-night-shift-3'],
  ['  Übung №1: “Köln” ', [], 'custom-ubung-no1-koln'],
  ['夜間', [], 'custom-scenario'],
  ['夜間', ['custom-scenario'], 'custom-scenario-2'],
  ['../../etc/passwd', [], 'custom-etc-passwd'],
  ['x'.repeat(200), [], `custom-${'x'.repeat(57)}`],
  ['x'.repeat(200), [`custom-${'x'.repeat(57)}`], `custom-${'x'.repeat(55)}-2`],
])('makes an id of %j beside %j', (name, taken, id) =>
  expect(customId(name, (candidate) => taken.includes(candidate))).toBe(id),
);
