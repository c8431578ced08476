import { markerArguments } from './markers';
import type { Marker } from './markers';
import { marked, parsePs } from './process-table';

const marker: Marker = {
  home: '/srv/home',
  deployment: 'summit',
  sessionId: 'ada-1f2e3d4c',
  instanceId: '1f2e3d4c',
  service: 'frontend',
};
const command = `node /srv/frontend.cjs ${markerArguments(marker).join(' ')}`;

it('reads what ps prints, without the dead', () => {
  const output = `    1 /sbin/init\n 4711 ${command}\n 4712 [node] <defunct>\n\n`;
  expect(parsePs(output)).toEqual(
    new Map([
      [1, '/sbin/init'],
      [4711, command],
    ]),
  );
});

it('finds the marked ones', () => {
  expect(marked(parsePs(`1 /sbin/init\n4711 ${command}\n`))).toEqual(new Map([[4711, marker]]));
});
