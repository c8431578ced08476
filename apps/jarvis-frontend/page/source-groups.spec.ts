import { ALL, groupsOf, shownGroups } from './source-groups';
import type { Product, Replay, Scenario } from './types';

const choosable = { description: '', allowed: true, reason: null };
const product = (name: string, category: string, vendor = 'Acme'): Product => ({
  ...choosable,
  id: name,
  name,
  category,
  vendor: { id: vendor, name: vendor },
  format: 'JSON',
  events: [],
});
const story: Scenario = {
  ...choosable,
  id: 'story',
  name: 'Short story',
  custom: false,
  problems: [],
  default_count: 5,
  lasts_s: 600,
  products: [{ id: 'gate', name: 'Gate' }],
  left_out: [],
  phases: [{ id: 'lure', name: 'Lure', description: '', mitre: ['T1566.002'], events: 5 }],
};
const groups = groupsOf(
  [story],
  [{ ...choosable, id: 'file', name: 'app.log', description: 'Your file' } as Replay],
  [product('Web B', 'Web', 'Other'), product('Gate', 'Network'), product('Web A', 'Web')],
);
const namesOf = (words: string, group = ALL): string[] =>
  shownGroups(groups, { words, group }).map(
    ({ name, choices }) => `${name}: ${choices.map(({ item }) => item.name).join(', ')}`,
  );

it('has scenarios first, then uploads, then products by category and name', () =>
  expect(namesOf('')).toEqual(['Scenarios: Short story', 'Uploads: app.log', 'Network: Gate', 'Web: Web A, Web B']));

it.each([
  ['a group', '', 'Web', ['Web: Web A, Web B']],
  ['words in any order', 'gate acme', ALL, ['Network: Gate']],
  ['a vendor', 'other', ALL, ['Web: Web B']],
  ['a technique and a product of a scenario', 't1566 gate', ALL, ['Scenarios: Short story']],
  ['both', 'web', 'Network', []],
  ['the name of a file', 'app', ALL, ['Uploads: app.log']],
])('narrows by %s', (_, words, group, expected) => expect(namesOf(words, group)).toEqual(expected));
