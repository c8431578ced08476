import type { ActiveSessions, SessionRow } from './events';
import { withChanges } from './session-changes';

const row = (session_id: string, status: SessionRow['status'] = 'active'): SessionRow => ({
  session_id,
  user_id: 'ada',
  status,
  created_at: '2025-11-16T10:00:00Z',
  expires_at: '2025-11-17T10:00:00Z',
  containers: {},
  progress: { step: 'done', percent: 100, message: '' },
  error: null,
  warm: false,
});
const list = (...ids: string[]): ActiveSessions => ({
  total: ids.length,
  sessions: ids.map((id) => row(id)),
  max_sessions: 150,
});
const ids = ({ sessions }: ActiveSessions) => sessions.map(({ session_id }) => session_id);

it('puts new sessions last, replaces changed ones in their place and takes away those that are gone', () => {
  const after = withChanges(
    list('a', 'b', 'c'),
    new Map([
      ['d', row('d', 'creating')],
      ['b', row('b', 'stopping')],
      ['a', null],
    ]),
  );
  expect(ids(after)).toEqual(['b', 'c', 'd']);
  expect(after.sessions[0]?.status).toBe('stopping');
  expect(after.total).toBe(3);
});

it('keeps the rows that did not change, so that they are not drawn again', () => {
  const before = list('a', 'b');
  expect(withChanges(before, new Map())).toBe(before);
  expect(withChanges(before, new Map([['b', null]])).sessions[0]).toBe(before.sessions[0]);
});

it('takes no notice of the end of a session that it did not know', () =>
  expect(ids(withChanges(list('a'), new Map([['z', null]])))).toEqual(['a']));
