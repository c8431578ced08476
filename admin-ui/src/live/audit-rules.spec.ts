import { actWords, staleAfter } from './audit-rules';

it.each([
  ['config', [['audit'], ['config'], ['dashboard']]],
  ['pool', [['audit'], ['pool'], ['dashboard']]],
  ['messages', [['audit'], ['messages']]],
  ['volumes', [['audit'], ['volumes']]],
  ['ada-1f2e3d4c', [['audit'], ['sessions', 'one', 'ada-1f2e3d4c'], ['reservations']]],
  ['sessions', [['audit']]],
  ['passwords', [['audit']]],
])('has after an act on %s read again what it changed', (target, keys) => expect(staleAfter({ target })).toEqual(keys));

it.each([
  ['extended', 'ada-1f2e3d4c', 'admin extended ada-1f2e3d4c'],
  ['changed', 'config', 'admin changed the configuration'],
  ['configured', 'ada-1f2e3d4c', 'admin changed the settings of ada-1f2e3d4c'],
  ['reserved', '5f1c0a9b', 'admin reserved a place for ada'],
  ['logged in', 'admin', null],
  ['opened', 'ada-1f2e3d4c', null],
  ['gave too many wrong', 'passwords', null],
])('says of “%s %s” to others: %s', (action, target, words) =>
  expect(actWords({ actor: 'admin', action, target, detail: { user_id: 'ada' } })).toBe(words),
);
