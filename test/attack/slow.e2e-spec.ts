import { connect, type Socket } from 'node:net';
import { endOf, SLOW_CLIENTS } from '../support/attack/slow-client';
import { TestPlatform, until } from '../support/platform';

const CROWD = 1_000;
const LONGEST_MS = 40_000;
const SOON_MS = 3_000;

let platform: TestPlatform;
let port: number;
/** How each slow client ends: they take their time side by side. */
let ends: Map<string, ReturnType<typeof endOf>>;
let crowd: Socket[];
let crowdLeft: number;
beforeAll(async () => {
  platform = await TestPlatform.start();
  port = Number(new URL(platform.origin).port);
  ends = new Map(Object.entries(SLOW_CLIENTS).map(([name, client]) => [name, endOf(client, port)]));
  crowdLeft = CROWD;
  crowd = Array.from({ length: CROWD }, (_, index) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`GET /${index} HTTP/1.1\r\nHost: x\r\n`));
    return socket
      .on('error', () => undefined)
      .on('close', () => (crowdLeft -= 1))
      .resume();
  });
});
afterAll(async () => {
  for (const socket of crowd) socket.destroy();
  await platform.stop();
});

it(`while ${CROWD} connections hang halfway, the manager goes on answering everybody else`, async () => {
  const began = Date.now();
  expect((await platform.get('/api/health')).status).toBe(200);
  expect((await platform.admin('GET', '/dashboard')).status).toBe(200);
  expect(Date.now() - began).toBeLessThan(SOON_MS);
  expect(crowdLeft).toBeGreaterThan(CROWD / 2);
});

it.each(Object.keys(SLOW_CLIENTS))('a client that takes forever over %s is sent away', async (name) => {
  const { text, afterMs } = await ends.get(name)!;
  expect(afterMs).toBeLessThan(LONGEST_MS);
  expect(text).toMatch(/^HTTP\/1\.1 408 /);
});

it('the crowd is sent away as well', () => until(() => crowdLeft === 0, LONGEST_MS));
