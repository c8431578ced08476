import { actWords, detailWords, sessionOf } from './audit-words';

it.each([
  ['changed', 'config', 'changed the configuration'],
  ['changed', 'pool', 'changed the warm pool'],
  ['took back', 'messages', 'took back a message'],
  ['cleaned up', 'sessions', 'cleaned up expired sessions'],
  ['logged in', 'admin', 'logged in'],
  ['terminated', 'ada-example-org-1f2e3d4c', 'terminated'],
  ['configured', 'ada-1f2e3d4c', 'changed the settings of'],
  ['gave too many wrong', 'passwords', 'gave too many wrong passwords'],
  ['gave too many wrong', 'access_codes', 'gave too many wrong access codes'],
  ['invented', 'something', 'invented something'],
])('says %s, %s as “%s”', (action, target, words) => expect(actWords({ action, target })).toBe(words));

it('knows a session by its id', () => {
  expect(sessionOf({ target: 'ada-example-org-1f2e3d4c' })).toBe('ada-example-org-1f2e3d4c');
  expect(sessionOf({ target: 'config' })).toBeNull();
});

it.each<[Record<string, unknown>, string[]]>([
  [{}, []],
  [{ hours: 12 }, ['12 hours']],
  [{ changes: { max_sessions: { from: 150, to: 80 } } }, ['Sessions at once: 150 → 80']],
  [{ sessions: [] }, ['sessions: none']],
  [{ sessions: ['a', 'b', 'c', 'd', 'e'] }, ['sessions: a, b, c and 2 more']],
  [{ target: 20, plan: [{ at: '08:45', keep: 150 }] }, ['target: 20', 'plan 08:45 → 150']],
  [{ plan: [] }, ['no plan']],
  [{ message_id: '5f1c0a9b', text: 'Lunch', severity: 'info' }, ['“Lunch”', 'severity: info']],
  [{ more_addresses: 12 }, ['12 more addresses']],
  [{ more_addresses: 1 }, ['1 more address']],
  [{ dry_run: true, odd: null }, ['dry run: true']],
])('says %j as %j', (detail, words) => expect(detailWords({ detail })).toEqual(words));

it('says until when as a moment of this clock', () => {
  expect(detailWords({ detail: { ends_at: new Date(2026, 10, 26, 3, 16).toISOString() } })).toEqual([
    'until 26 Nov, 03:16',
  ]);
});
