import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { openBrowser } from '../pages/browser';
import { docker } from '../support/docker';
import { GatewayClient, type Reply } from '../support/gateway-client';
import { ROOT, until } from '../support/platform';
import { attendeeWalk } from './attendee-walk';
import { ComposeProject } from './compose-project';

// Browsers take every name below localhost for this machine.
const NAME = 'jarvis.localhost';

const project = new ComposeProject('10.218.0.0/16');
const url = `https://${NAME}:${project.httpsPort}`;
let gateway: GatewayClient;
let browser: Browser;
let ada: any; // eslint-disable-line
let bob: any; // eslint-disable-line

beforeAll(async () => {
  const certificate = join(ROOT, 'scripts/certificate.mjs');
  execFileSync(process.execPath, [certificate, '--folder', project.folder, NAME, `*.${NAME}`]);
  gateway = new GatewayClient(NAME, project.httpsPort, readFileSync(join(project.folder, 'cert.pem'), 'utf8'));
  await project.up({ PUBLIC_URL: url });
  await until(async () => (await gateway.ask('/api/health').catch(() => undefined))?.status === 200);
  browser = await openBrowser();
}, 300_000);
afterAll(async () => {
  await browser?.close();
  await project.remove();
}, 120_000);

const create = async (user_id: string) => {
  const { status, text } = await gateway.ask('/api/sessions', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user_id }),
  });
  expect(status).toBe(201);
  return JSON.parse(text);
};
const identity = (session: { backend_url: string }, key: { access_token: string }): Promise<Reply> =>
  gateway.askUrl(`${session.backend_url}session`, { headers: { 'x-api-key': key.access_token } });
/** Resolves when a new container of NGINX is on the networks that it had; until then browsers see networks change. */
const isDoorAgain = async () => {
  for (const session of [ada, bob]) {
    await until(async () => (await identity(session, session).catch(() => undefined))?.status === 200, 60_000);
  }
};
const networksOf = async (container: string) =>
  Object.keys(JSON.parse((await docker('inspect', '-f', '{{json .NetworkSettings.Networks}}', container)).join('')));
const receiverAddress = async () =>
  (await docker('network', 'inspect', project.name, '-f', '{{(index .IPAM.Config 0).Gateway}}'))[0] ?? '';
const walk = async () => attendeeWalk(browser, { origin: url, receiverAddress: await receiverAddress() });

it('is a door to the network of each session, and to nobody else’s', async () => {
  [ada, bob] = await Promise.all([create('ada'), create('bob')]);
  const joined = await networksOf(project.nginx);
  expect(joined).toHaveLength(3);
  for (const session of [ada, bob]) {
    expect(joined).toContain(`zz-jarvis-${session.session_id}-net`);
    expect(session.frontend_url).toMatch(`${url}/session/${session.session_id}/frontend/?token=`);
    expect(JSON.parse((await identity(session, session)).text).session_id).toBe(session.session_id);
  }
  expect((await identity(ada, bob)).status).toBe(401);
  expect((await identity(bob, ada)).status).toBe(401);
});

it('reaches the session manager by the platform’s network, where what it says of clients is believed', async () => {
  const [address = ''] = await docker('exec', project.nginx, 'getent', 'hosts', 'session-manager');
  const { Subnet } = JSON.parse(
    (await docker('network', 'inspect', project.name, '-f', '{{json (index .IPAM.Config 0)}}'))[0]!,
  );
  expect(address.split('.').slice(0, 2)).toEqual(String(Subnet).split('.').slice(0, 2));
});

it('finds an instance at its new address, and does not wait long for one at the old address', async () => {
  const container = `jarvis-${ada.session_id}-frontend`;
  const network = `zz-jarvis-${ada.session_id}-net`;
  const page = () => gateway.askUrl(ada.frontend_url);
  expect((await page()).status).toBe(302);
  const [before = ''] = await docker(
    'inspect',
    '-f',
    `{{(index .NetworkSettings.Networks "${network}").IPAddress}}`,
    container,
  );
  const elsewhere = before.replace(/\d+$/, (last) => String(Number(last) + 6));
  await docker('network', 'disconnect', network, container);
  const alias = `jarvis-${ada.session_id.slice(-8)}-frontend`;
  await docker('network', 'connect', '--ip', elsewhere, '--alias', alias, network, container);
  await until(async () => (await page()).status === 302, 6_000);
});

it('is a door again after it was recreated', async () => {
  await docker('rm', '-f', project.nginx);
  await project.up({ PUBLIC_URL: url });
  await isDoorAgain();
});

it('lets an attendee work through TLS behind a path', async () => {
  expect((await walk()).complaints).toEqual([]);
});

it('lets an attendee work through TLS at a host of their own, and leads old links there', async () => {
  await project.up({ PUBLIC_URL: url, SESSION_DOMAIN: NAME });
  await isDoorAgain();
  expect((await walk()).complaints).toEqual([]);
  const { status, headers } = await gateway.askUrl(bob.frontend_url);
  expect([status, headers.location]).toEqual([
    308,
    `https://${bob.session_id}.${NAME}:${project.httpsPort}/?token=${bob.access_token}`,
  ]);
});

it('leaves the plain port nothing but the way to TLS', async () => {
  const answer = await fetch(`http://127.0.0.1:${project.httpPort}/api/health`, { redirect: 'manual' });
  expect([answer.status, answer.headers.get('location')]).toEqual([
    308,
    `https://127.0.0.1:${project.httpsPort}/api/health`,
  ]);
});

it("works as the manual's docker run mounts it, too", async () => {
  const name = `${project.name}-simple`;
  const mount = `${join(ROOT, 'nginx-simple.conf')}:/etc/nginx/nginx.conf:ro`;
  const published = `127.0.0.1:${project.manualPort}:80`;
  await docker('run', '-d', '--name', name, '-p', published, '-v', mount, '--network', project.name, 'nginx:alpine');
  try {
    await docker('network', 'connect', `zz-jarvis-${ada.session_id}-net`, name);
    const simple = new GatewayClient('localhost', project.manualPort);
    await until(async () => (await simple.ask('/api/health').catch(() => undefined))?.status === 200);
    const path = `/session/${ada.session_id}/backend/api/v1/session`;
    expect((await simple.ask(path)).status).toBe(401);
    expect((await simple.ask(path, { headers: { 'x-api-key': ada.access_token } })).status).toBe(200);
  } finally {
    await docker('rm', '-f', name);
  }
});
