import type { Browser, Page } from 'playwright-core';
import { startBehindGateway, type Behind } from '../support/gateway';
import { until } from '../support/platform';
import { attendeeWalk } from '../walk/attendee-walk';
import { AdminPage } from './admin-page';
import { complaintsOf, openBrowser, seriousFindings, visit } from './browser';

// Browsers take every name below localhost for this machine.
const NAME = 'jarvis.localhost';
const tls = [NAME, `*.${NAME}`];

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each([
  ['behind a path', {}],
  ['at a host of its own', { sessionDomain: NAME }],
])('an instance %s, through TLS', (_form, form) => {
  let behind: Behind;
  beforeAll(async () => {
    behind = await startBehindGateway({ tls, ...form }, { DESTINATIONS_ALLOW: '127.0.0.1/32' });
  });
  afterAll(() => behind?.stop());

  const visitor = async (colorScheme: 'light' | 'dark' = 'light', width = 390) => {
    const viewport = { width, height: 844 };
    const page = await (await browser.newContext({ ignoreHTTPSErrors: true, viewport, colorScheme })).newPage();
    return { page, complaints: complaintsOf(page) };
  };
  const isReadable = async (page: Page) => {
    expect(await seriousFindings(page)).toEqual([]);
    expect(await page.evaluate<boolean>('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  };

  it('is where its attendee launches it, works and comes back', async () => {
    const walk = await attendeeWalk(browser, { origin: behind.gateway.origin, receiverAddress: '127.0.0.1' });
    expect(walk.complaints).toEqual([]);
  });

  it('is opened by organisers from the console, which is told of changes as they happen', async () => {
    const { body } = await behind.platform.create('opened');
    const { page, complaints } = await visitor('light', 1_280);
    const admin = new AdminPage(page);
    await admin.open(behind.gateway.origin, '/sessions');
    await admin.logIn();
    await admin.live();
    await admin.details(body.session_id);
    const [instance] = await Promise.all([
      page.context().waitForEvent('page'),
      page.getByRole('button', { name: 'Open', exact: true }).click(),
    ]);
    await instance.getByRole('button', { name: 'Send events' }).waitFor();
    expect(instance.url()).toBe(body.frontend_url.split('?')[0]);
    expect(complaints).toEqual([]);
    await page.context().close();
    await behind.platform.end(body);
  });

  it('is private to whoever has no key: a page leads to the landing page', async () => {
    const { body } = await behind.platform.create('private');
    for (const scheme of ['light', 'dark'] as const) {
      const { page, complaints } = await visitor(scheme);
      await visit(page, body.frontend_url.split('?')[0]);
      await page.getByRole('heading', { name: 'This Jarvis instance is private' }).waitFor();
      await isReadable(page);
      await page.getByRole('link', { name: 'Go to the landing page' }).click();
      await page.waitForURL(`${behind.gateway.origin}/`);
      expect(complaints).toEqual([]);
      await page.context().close();
    }
    await behind.platform.end(body);
  });

  it('is waited for while it starts, opens by itself, and is said to have ended in the end', async () => {
    const { body } = await behind.platform.create('starting');
    const record = `session:${body.session_id}`;
    await behind.platform.redis.client.hset(record, 'status', 'creating');
    const { page, complaints } = await visitor();
    await visit(page, body.frontend_url);
    await page.getByRole('heading', { name: 'Your Jarvis instance is starting' }).waitFor();
    await isReadable(page);
    await behind.platform.redis.client.hset(record, 'status', 'active');
    await page.getByRole('button', { name: 'Send events' }).waitFor();
    expect(new URL(page.url()).search).toBe('');
    expect(complaints).toEqual([]);

    await behind.platform.end(body);
    await until(async () => {
      await visit(page, page.url());
      return page.getByRole('heading', { name: 'This Jarvis instance has ended' }).isVisible();
    });
    await isReadable(page);
    await page.context().close();
  });
});
