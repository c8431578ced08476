import { launchEntry, type LaunchOutcome } from './launch-log';
import type { Session } from './session';

const session = { sessionId: 'ada-1f2e3d4c', userId: 'ada', createdAt: new Date(1_000) } as Session;
const COMMON = ['session', 'ada-1f2e3d4c', 'user', 'ada', 'ms', '500'];

it.each<[LaunchOutcome, string[]]>([
  [{ how: 'warm' }, ['how', 'warm']],
  [{ how: 'cold' }, ['how', 'cold']],
  [
    { how: 'failed', code: 'launch_failed', words: 'It ended.' },
    ['how', 'failed', 'code', 'launch_failed', 'message', 'It ended.'],
  ],
])('tells of %j', (outcome, told) => {
  expect(launchEntry(session, outcome, new Date(1_500))).toEqual([...COMMON, ...told]);
});
