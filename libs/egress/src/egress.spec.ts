import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { closedBy, egressMessage, METADATA, type Egress } from './egress';

const open: Egress = { mode: 'open', networks: [] };
const internet: Egress = { mode: 'internet', networks: [] };
const list: Egress = { mode: 'list', networks: ['192.0.2.0/24', '10.9.8.7/32', '169.254.169.0/24'] };
const none: Egress = { mode: 'none', networks: [] };

it.each([
  { egress: open, closed: [], free: ['10.0.0.1', '169.254.169.254', '::1', '0.0.0.0/0'] },
  {
    egress: internet,
    closed: [
      '10.0.0.1',
      '172.31.255.255',
      '192.168.1.20',
      '100.64.0.1',
      ...METADATA,
      '255.255.255.255',
      '127.0.0.1',
      '::1',
      'fd00::9',
      'fe80::1',
      'ff02::1',
      '10.1.0.0/16',
      '0.0.0.0/0',
      '::/0',
    ],
    free: ['203.0.113.7', '11.0.0.0/8', '172.32.0.1', '2606:4700::1', '2001:db8::/32'],
  },
  {
    egress: list,
    closed: ['192.0.3.1', '10.9.8.6', '10.9.8.0/24', '192.0.0.0/16', '169.254.169.254', '2606:4700::1', '8.8.8.8'],
    free: ['192.0.2.1', '192.0.2.128/25', '10.9.8.7', '10.9.8.7/32'],
  },
  { egress: { ...list, networks: ['0.0.0.0/0'] }, closed: [...METADATA, '::1'], free: ['8.8.8.8', '10.0.0.1'] },
  { egress: none, closed: ['203.0.113.7', '127.0.0.1', '2606:4700::1'], free: [] },
])('closes for $egress.mode what it has to, and no more', ({ egress, closed, free }) => {
  const isClosed = closedBy(egress);
  expect(closed.filter((network) => !isClosed(network))).toEqual([]);
  expect(free.filter(isClosed)).toEqual([]);
});

const listOfScript = (name: string): string[] => {
  const script = readFileSync(resolve(__dirname, '../../../docker/host-firewall.sh'), 'utf8');
  return new RegExp(`^${name}='(.+)'$`, 'm').exec(script)?.[1]?.split(' ') ?? [];
};

it('takes for metadata what the firewall takes for metadata', () =>
  expect([...METADATA]).toEqual(listOfScript('METADATA')));

it('takes for public what the firewall takes for public', () => {
  const internal = listOfScript('INTERNAL');
  const isClosed = closedBy(internet);
  expect(internal.length).toBeGreaterThan(5);
  expect(internal.filter((network) => !isClosed(network))).toEqual([]);
});

it.each([
  [open, null],
  [internet, /: events may go to public addresses only\.$/],
  [list, /: events may go to these networks only: 192\.0\.2\.0\/24, 10\.9\.8\.7\/32, 169\.254\.169\.0\/24\.$/],
  [none, /^The organisers have closed the network of instances: events may go nowhere\.$/],
] as const)('says %j in words', (egress, words) => {
  if (words === null) expect(egressMessage(egress)).toBeNull();
  else expect(egressMessage(egress)).toMatch(words);
});
