import type { Browser, Page } from 'playwright-core';
import { startBehindGateway, type Behind } from '../support/gateway';
import { until } from '../support/platform';
import { attendeeWalk } from '../walk/attendee-walk';
import { consoleWalk } from '../walk/console-walk';
import { instanceWalk } from '../walk/instance-walk';
import { landingWalk } from '../walk/landing-walk';
import { clear, type Place } from '../walk/place';
import { complaintsOf, openBrowser, seriousFindings, visit } from './browser';
import { ROUTING_FORMS, tls } from './routing-forms';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(ROUTING_FORMS)('an instance %s, through TLS', (_form, form) => {
  let behind: Behind;
  let place: Place;
  beforeAll(async () => {
    behind = await startBehindGateway(
      { tls, ...form },
      { DESTINATIONS_ALLOW: '127.0.0.1/32', MAX_TOTAL_SESSIONS: '6' },
    );
    place = { origin: behind.gateway.origin, platform: behind.platform };
  });
  afterEach(() => clear(place));
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

  it('shows all of its own page', async () => {
    expect(await instanceWalk(browser, place)).toEqual([]);
  });

  it('has a landing page beside it that does all that it does', async () => {
    expect(await landingWalk(browser, place)).toEqual([]);
  });

  it('has a console beside it that does all that it does, and is told of everything as it happens', async () => {
    expect(await consoleWalk(browser, place)).toEqual([]);
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
