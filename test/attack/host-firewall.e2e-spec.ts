import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { METADATA } from '@app/egress';
import { each } from '../support/attack/attacker';
import { Namespaces } from '../support/attack/namespaces';

const ECHO = 9000;
const SERVERS = `for (const port of [53, 80, ${ECHO}])
  require('node:net').createServer((socket) => socket.on('error', () => undefined).pipe(socket)).listen(port, '0.0.0.0', () => console.log(port))`;
/** Holds a connection to each host of its arguments, says something there all the time, and prints the host when it answers. */
const TALK = `for (const host of process.argv.slice(1)) {
  const socket = require('node:net').connect(${ECHO}, host).on('data', () => console.log(host));
  setInterval(() => socket.write('.'), 50);
}`;
const KNOCK = readFileSync(join(__dirname, '../support/attack/attacker.cjs'), 'utf8');

const metadata = METADATA.map((network) => network.replace('169.254.0.0/16', '169.254.169.254').replace('/32', ''));
/** As people and DHCP clients write it: with tabs, ends of lines, IPv6, and what is none. */
const NAMES =
  '# nameserver 100.100.100.200\\nnameserver\\t169.254.169.254  # the cloud\\nnameserver 168.63.129.16 \\r\\n' +
  'nameserver 2001:db8::53\\nnameserver 192.0.0.192.example\\noptions edns0\\n';
const namespaces = new Namespaces();
const { host, instance, elsewhere, addresses } = namespaces;

beforeAll(async () => {
  await namespaces.start(metadata);
  for (const namespace of [host, instance, elsewhere]) await namespaces.run(namespace, SERVERS);
});
afterAll(() => namespaces.stop());

/** What a program in the instance reaches, as `host:port`. */
async function reached(): Promise<string[]> {
  const targets = each([...metadata, addresses.elsewhere, addresses.host], [53, 80]);
  const command = ['netns', 'exec', instance, process.execPath, '-e', KNOCK, JSON.stringify(targets)];
  const outcomes = JSON.parse((await promisify(execFile)('ip', command)).stdout) as string[];
  return targets
    .filter((_, index) => outcomes[index]?.startsWith('answer'))
    .map((target) => `${target.host}:${target.port}`);
}

it('is open without the rules, so that what follows means something', async () =>
  expect(await reached()).toHaveLength(2 * (metadata.length + 2)));

const names = ['169.254.169.254:53', '168.63.129.16:53'];
const outside = [`${addresses.elsewhere}:53`, `${addresses.elsewhere}:80`];
it.each([
  [{ EGRESS: 'open' }, [...names, ...outside]],
  [{ EGRESS: 'internet' }, [...names, ...outside]],
  [{ EGRESS: 'list', EGRESS_LIST: '0.0.0.0/0,168.63.129.16/32' }, [...names, ...outside]],
  [{ EGRESS: 'list', EGRESS_LIST: '198.51.100.0/24' }, names],
  [{ EGRESS: 'none' }, []],
])('closes with %j the metadata of all clouds, and not the name servers that are there', async (variables, open) => {
  const { code, stdout } = await namespaces.firewall(variables, NAMES);
  expect([code, stdout]).toEqual([0, expect.stringMatching(/^Instances \(10\.213\.0\.0\/16\) .*\.\n$/)]);
  expect(await reached()).toEqual(open);
});

it('cuts what instances have begun when it is closed, and nothing of what others have', async () => {
  await namespaces.firewall({ EGRESS: 'open' }, NAMES);
  const heard = new Set<string>();
  const talk = async (from: string, ...to: string[]) =>
    (await namespaces.run(from, TALK, ...to)).stdout?.on('data', (lines) =>
      String(lines)
        .split('\n')
        .filter((line) => line !== '')
        .forEach((line) => heard.add(`${from} ${line}`)),
    );
  await talk(instance, addresses.elsewhere);
  await talk(elsewhere, addresses.instance);
  await talk(host, addresses.instance);
  const hearing = async (): Promise<Set<string>> => {
    await pause(300);
    heard.clear();
    await pause(1500);
    return heard;
  };
  const [out, ...inwards] = [
    `${instance} ${addresses.elsewhere}`,
    `${elsewhere} ${addresses.instance}`,
    `${host} ${addresses.instance}`,
  ];
  expect(await hearing()).toEqual(new Set([out, ...inwards]));
  await namespaces.firewall({ EGRESS: 'none' }, NAMES);
  expect(await hearing()).toEqual(new Set(inwards));
});

it('cuts what instances have begun with the host itself, too', async () => {
  await namespaces.remove();
  let heard = 0;
  (await namespaces.run(instance, TALK, addresses.host)).stdout?.on('data', () => (heard += 1));
  await namespaces.firewall({ EGRESS: 'open' }, NAMES);
  await pause(300);
  heard = 0;
  await pause(1000);
  expect(heard).toBe(0);
});

it.each([
  ['none', 'nameserver 127.0.0.1', '', '127.0.0.1'],
  ['none', 'nameserver 127.0.0.53\\noptions edns0', 'nameserver 192.0.2.53', '127.0.0.53'],
  ['none', 'nameserver 127.0.0.53', 'nameserver 127.0.0.1', '127.0.0.1'],
  ['none', 'nameserver 192.0.2.53\\n# nameserver 127.0.0.1', '', undefined],
  ['internet', 'nameserver 127.0.0.1', '', undefined],
])('with EGRESS=%s says of %j (systemd: %j) whether names are open: %s', async (EGRESS, own, ofSystemd, server) => {
  const { code, stdout } = await namespaces.firewall({ EGRESS }, own, ofSystemd);
  expect(code).toBe(0);
  if (server === undefined) expect(stdout).not.toContain('Warning');
  else
    expect(stdout).toMatch(
      new RegExp(`\nWarning: instances that started without EGRESS=none may .* at ${server} for them\\.\n$`),
    );
});
