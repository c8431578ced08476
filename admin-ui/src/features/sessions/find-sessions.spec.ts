import { findSessions } from './find-sessions';

const session = (session_id: string, user_id: string, expires_at: string) => ({
  session_id,
  user_id,
  status: 'active' as const,
  created_at: '2025-11-16T10:00:00Z',
  expires_at,
  containers: {},
  error: null,
  warm: false,
  progress: { step: 'ready' as const, percent: 100, message: 'Your instance is ready' },
});
const sessions = [
  session('ada-1f2e3d4c', 'Ada@Example.org', '2025-11-18T10:00:00Z'),
  session('linus-00ff00ff', 'linus', '2025-11-17T10:00:00Z'),
];
const ids = (words: string) => findSessions(sessions, words).map(({ session_id }) => session_id);

it('puts first what expires first', () => expect(ids('')).toEqual(['linus-00ff00ff', 'ada-1f2e3d4c']));
it.each([
  ['ada@example', ['ada-1f2e3d4c']],
  [' 00FF ', ['linus-00ff00ff']],
  ['nobody', []],
])('finds %p', (words, found) => expect(ids(words)).toEqual(found));
