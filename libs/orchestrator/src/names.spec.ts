import { containerName, namedSession, warmSessionId } from './names';

const instance = { instanceId: '1f2e3d4c' };

it.each([
  [containerName('ada-1f2e3d4c', 'backend'), 'ada-1f2e3d4c'],
  [`/${containerName('ada-1f2e3d4c', 'frontend')}`, 'ada-1f2e3d4c'],
  [containerName(warmSessionId('1f2e3d4c'), 'backend'), 'warm-1f2e3d4c'],
  [containerName('jarvis-backend-1f2e3d4c', 'backend'), 'jarvis-backend-1f2e3d4c'],
  [containerName('ada-aaaaaaaa', 'backend'), undefined],
  ['jarvis-1f2e3d4c-backend', undefined],
  ['jarvis-ada-1f2e3d4c-data', undefined],
  ['ada-1f2e3d4c', undefined],
])('reads of %s that the session is %s', (name, sessionId) => expect(namedSession(name, instance)).toBe(sessionId));
