import { isIn } from './sections';

it.each([
  ['/', '/', true],
  ['/', '/sessions', false],
  ['/sessions', '/sessions', true],
  ['/sessions', '/sessions/ada-1f2e3d4c', true],
  ['/sessions', '/sessionsandmore', false],
])('%s marks its entry at %s: %p', (href, path, marked) => expect(isIn({ href }, path)).toBe(marked));
