import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { AttendeeInstance } from '../support/instance';
import { TestPlatform, type Answer } from '../support/platform';
import { AdminPage } from './admin-page';
import { openBrowser, visit } from './browser';

// A site of somebody else's that an organiser or an attendee opens while they use the platform in the same browser.
const SITE = `<!doctype html><title>Free stickers</title><body></body>`;

let platform: TestPlatform;
let session: Answer['body'];
let instance: AttendeeInstance;
let server: Server;
let foreign: string;
let browser: Browser;
let context: BrowserContext;

beforeAll(async () => {
  server = createServer((_, response) => response.setHeader('content-type', 'text/html').end(SITE)).listen(
    0,
    '127.0.0.1',
  );
  await once(server, 'listening');
  foreign = `http://stickers.localhost:${(server.address() as AddressInfo).port}/`;
  platform = await TestPlatform.start({ DESTINATIONS_ALLOW: '127.0.0.1/32' });
  ({ body: session } = await platform.create('ada'));
  instance = await AttendeeInstance.open(session);
  browser = await openBrowser();
});
beforeEach(async () => {
  context = await browser.newContext();
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  server.close();
  await platform?.stop();
});

const foreignPage = async (): Promise<Page> => {
  const page = await context.newPage();
  await visit(page, foreign);
  return page;
};
const pageAt = (path: string) => new URL(path, session.frontend_url.split('?')[0]).href;

describe('a frame of another site', () => {
  const frame = async (page: Page, address: string): Promise<string> => {
    await page.evaluate(`new Promise((resolve) => {
      const frame = document.createElement('iframe');
      frame.onload = resolve;
      frame.src = ${JSON.stringify(address)};
      document.body.append(frame);
    })`);
    return (await page.frames().at(-1)?.content()) ?? '';
  };

  it('shows what may be framed, so that an empty one says something', async () => {
    const page = await foreignPage();
    expect(await frame(page, foreign)).toContain('Free stickers');
  });

  it.each<[string, () => string]>([
    ['the landing page', () => `${platform.origin}/`],
    ['a personal link', () => `${platform.origin}/#session=${session.session_id}&token=${session.session_token}`],
    ['the console', () => `${platform.origin}/admin/`],
    ["the API's documentation", () => `${platform.origin}/api/docs`],
    ['an answer of the API', () => `${platform.origin}/api/health`],
    ["an instance's page", () => pageAt('/')],
    ["an instance's link", () => session.frontend_url],
    ["an instance's documentation", () => pageAt('/api/v1/docs')],
  ])('stays empty at %s (clickjacking)', async (_, address) => {
    const attendee = await context.newPage();
    await visit(attendee, session.frontend_url);
    const page = await foreignPage();
    const content = await frame(page, address());
    expect(page.frames().at(-1)?.url()).toBe('chrome-error://chromewebdata/');
    expect(content).not.toContain('Jarvis');
    expect(content).not.toContain('healthy');
  });
});

/** Sends a request as far as a foreign page can; what comes of it, the page is not told. */
const send = (page: Page, address: string, init: object) =>
  page.evaluate(
    `fetch(${JSON.stringify(address)}, { mode: 'no-cors', credentials: 'include', ...${JSON.stringify(init)} }).catch(() => undefined)`,
  );
/** A form that posts itself, with JSON smuggled into its one field. */
const post = async (page: Page, address: string, json = '{}') => {
  const answered = page.waitForResponse((response) => response.url().startsWith(address));
  await page.evaluate(`{
    const form = document.createElement('form');
    Object.assign(form, { method: 'post', enctype: 'text/plain', action: ${JSON.stringify(address)} });
    const field = document.createElement('input');
    field.name = ${JSON.stringify(`${json.slice(0, -1)}${json === '{}' ? '' : ','}"x":"`)};
    field.value = '"}';
    form.append(field);
    document.body.append(form);
    form.submit();
  }`);
  return (await answered).status();
};

describe('an organiser whose browser has stored the password (Basic)', () => {
  let before: unknown;
  const state = async () => [
    (await platform.admin('GET', '/config')).body,
    (await platform.admin('GET', '/messages')).body,
    (await platform.admin('GET', `/sessions/${session.session_id}`)).body.status,
    (await platform.admin('GET', '/audit')).body.entries.length,
  ];
  const admin = (path: string) => `${platform.origin}/api/admin${path}`;
  beforeEach(async () => {
    await context.close();
    context = await browser.newContext({
      httpCredentials: { username: 'admin', password: 'techsummit2025', origin: platform.origin },
    });
    const page = await context.newPage();
    await visit(page, admin('/config'));
    expect(await page.textContent('body')).toContain('max_sessions');
    before = await state();
  });
  afterEach(async () => expect(await state()).toEqual(before));

  it('acts from the platform’s own page, so that the refusals below say something', async () => {
    const page = await context.newPage();
    await visit(page, platform.origin);
    const status = await page.evaluate<number>(
      `fetch('/api/admin/messages/none', { method: 'DELETE' }).then(({ status }) => status)`,
    );
    expect(status).toBe(404);
  });

  it.each<[string, string, object]>([
    ['end a session', '/sessions/{id}', { method: 'DELETE' }],
    ['change the configuration', '/config', { method: 'PUT', body: '{"max_sessions":0}' }],
    ['tell everybody something', '/messages', { method: 'POST', body: '{"text":"Evacuate"}' }],
    ['clean up', '/sessions/cleanup', { method: 'POST' }],
    ['log in as somebody else', '/login', { method: 'POST', body: '{"username":"admin","password":"techsummit2025"}' }],
    ['take the list of sessions', '/sessions/export', { method: 'GET' }],
  ])('does not %s for a script of a foreign page (CSRF)', async (_, path, init) => {
    const page = await foreignPage();
    const address = admin(path.replace('{id}', session.session_id));
    await send(page, address, init);
    await send(page, address, { ...init, headers: { 'content-type': 'text/plain' } });
    const read = await page.evaluate(
      `fetch(${JSON.stringify(address)}, { credentials: 'include' }).then((a) => a.text(), () => 'nothing')`,
    );
    expect(read).toBe('nothing');
  });

  it.each([
    ['/sessions/cleanup', '{}'],
    ['/messages', '{"text":"Evacuate"}'],
    ['/config', '{"max_sessions":0}'],
  ])('does not act at %s for a form of a foreign page (CSRF)', async (path, json) => {
    expect(await post(await foreignPage(), admin(path), json)).toBeGreaterThanOrEqual(400);
  });
});

describe('an organiser who is logged in by the console', () => {
  it('gives a foreign page nothing to send: neither a cookie nor what a page of another origin reads (CSRF)', async () => {
    const page = await context.newPage();
    const admin = new AdminPage(page);
    await admin.open(platform.origin);
    await admin.logIn();
    await admin.live();
    expect(await context.cookies()).toEqual([]);
    expect(await page.evaluate('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toMatch(
      /[\w-]{40}/,
    );
    const other = await foreignPage();
    const [opened] = await Promise.all([
      context.waitForEvent('page'),
      other.evaluate(`void (globalThis.opened = open(${JSON.stringify(`${platform.origin}/admin/`)}))`),
    ]);
    await opened.getByLabel('Username').waitFor();
    expect(
      await other.evaluate(`(() => { try { return opened.document.title; } catch { return 'closed'; } })()`),
    ).not.toContain('Jarvis');
    expect(await opened.evaluate('globalThis.opener')).toBeNull();
  });
});

describe('an attendee with an open instance', () => {
  const destinations = async () => (await instance.ask('/destinations')).body.destinations;
  const wanted = { name: 'theirs', type: 'syslog', host: '127.0.0.1', port: 9, protocol: 'udp' };

  it.each(['a script', 'a form'])('sends nothing of it for %s of a foreign page (CSRF)', async (means) => {
    await visit(await context.newPage(), session.frontend_url);
    const page = await foreignPage();
    const address = pageAt('/api/v1/destinations');
    const body = JSON.stringify(wanted);
    if (means === 'a form') expect(await post(page, address, body)).toBeGreaterThanOrEqual(400);
    else await send(page, address, { method: 'POST', body });
    expect(await destinations()).toEqual([]);
    expect((await instance.ask('/destinations', wanted)).status).toBe(201);
    const { id } = (await destinations())[0];
    await send(await foreignPage(), `${address}/${id}`, { method: 'DELETE' });
    expect(await destinations()).toHaveLength(1);
    const headers = { cookie: instance.cookie };
    expect((await fetch(`${address}/${id}`, { method: 'DELETE', headers })).status).toBe(204);
  });
});
