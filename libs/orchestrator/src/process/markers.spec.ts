import { markerArguments, readMarker } from './markers';
import type { Marker } from './markers';

const marker: Marker = {
  home: '/srv/my data/--jarvis',
  deployment: 'summit 2026',
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  service: 'backend',
};
const command = ['node', '--flag', '/srv/backend.cjs', ...markerArguments(marker)].join(' ');

it('is read back from a command line', () => expect(readMarker(command)).toEqual(marker));

it.each([
  ['other programs', '/usr/bin/redis-server *:6379'],
  ['a program that only speaks of a marker', `grep ${command} and more`],
  ['an incomplete one', 'node x --jarvis-home=/a --jarvis-instance=1f2e3d4c'],
  ['an id that is none', command.replace('instance=1f2e3d4c', 'instance=1f2e3d4cc')],
  ['nothing', ''],
])('is not found in %s', (_, line) => expect(readMarker(line)).toBeUndefined());
