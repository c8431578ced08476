import type { Browser, BrowserContext, Page } from 'playwright-core';
import { startBehindGateway, type Behind } from '../support/gateway';
import { until, type Answer } from '../support/platform';
import { StandIn } from '../support/stand-in';
import { AdminPage } from './admin-page';
import { openBrowser, openedBy } from './browser';
import { LandingPage } from './landing-page';
import { NAME, ROUTING_FORMS, tls } from './routing-forms';

/** What it would have the browser do for the whole site, by headers alone. */
const HEADERS = {
  'clear-site-data': '"storage", "cookies", "cache"',
  'service-worker-allowed': '/',
  'set-cookie': ['planted=1; Path=/', `planted=2; Path=/; Domain=${NAME}`],
  'strict-transport-security': 'max-age=0',
  refresh: '9999',
};

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

describe.each(ROUTING_FORMS)(
  'a hostile instance %s, opened by an organiser who is an attendee, too',
  (form, options) => {
    let behind: Behind;
    let eve: Answer['body'];
    let hostile: StandIn;
    let context: BrowserContext;
    let landing: LandingPage;
    let admin: AdminPage;
    let page: Page;
    beforeAll(async () => {
      behind = await startBehindGateway({ tls, ...options });
      const { platform, gateway } = behind;
      ({ body: eve } = await platform.create('eve'));
      hostile = await StandIn.start((_, response) =>
        response.writeHead(200, { 'content-type': 'text/html', ...HEADERS }).end('<!doctype html><title>Mine</title>'),
      );
      const opened = await gateway.askUrl(eve.frontend_url);
      const cookie = opened.headers['set-cookie']?.[0]?.split(';')[0] ?? '';
      await hostile.standInFor(eve, platform);
      await until(async () => {
        await gateway.askUrl(eve.frontend_url.split('?')[0], { headers: { cookie } });
        return hostile.requests.length > 0;
      });
      context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1_280, height: 900 } });
      landing = new LandingPage(await context.newPage());
      await landing.open(gateway.origin);
      await landing.launch({ userId: 'ada' });
      const own = await openedBy(landing.page, () => landing.openLink.click());
      await own.getByRole('button', { name: 'Send events' }).waitFor();
      admin = new AdminPage(await context.newPage());
      await admin.open(gateway.origin, '/sessions');
      await admin.logIn();
      await admin.live();
      await admin.details(eve.session_id);
      page = await openedBy(admin.page, () => admin.page.getByRole('button', { name: 'Open', exact: true }).click());
      await page.waitForURL((url) => url.href.includes(eve.session_id));
      expect(await page.title()).toBe('Mine');
    });
    afterAll(async () => {
      await context?.close();
      hostile?.stop();
      await behind?.stop();
    });

    const inside = <T>(script: string) => page.evaluate<T>(script);
    /** What a script of the page reads there; where the browser asks for a password instead of answering, nothing. */
    const fetched = (path: string) =>
      inside<string>(`fetch(${JSON.stringify(path)}, { credentials: 'include', signal: AbortSignal.timeout(3_000) })
      .then((answer) => answer.text()).catch(() => 'nothing')`);

    it('has no way back to the page that opened it, and no frame of a page', async () => {
      expect(await inside('globalThis.opener')).toBeNull();
      for (const path of ['/', '/admin/']) {
        await inside(`{
        const frame = document.createElement('iframe');
        frame.src = ${JSON.stringify(`${behind.gateway.origin}${path}`)};
        document.body.append(frame);
      }`);
        await until(() => page.frames().at(-1)?.url() === 'chrome-error://chromewebdata/', 10_000);
      }
    });

    it('sets no cookie but for itself, and clears nothing', async () => {
      const planted = (await context.cookies(behind.gateway.origin)).filter(({ name }) => name === 'planted');
      expect(planted).toEqual([]);
      expect(await inside('document.cookie')).toContain('planted');
      expect(await inside('document.cookie')).not.toContain('jarvis_');
      await landing.page.reload();
      await landing.openLink.waitFor();
    });

    it('acts in no console: the login is in the memory of that page alone', async () => {
      expect(await fetched(`${behind.gateway.origin}/api/admin/config`)).not.toContain('max_sessions');
      expect(await inside('JSON.stringify([{ ...localStorage }, { ...sessionStorage }])')).not.toContain('admin');
      await admin.page.reload();
      await admin.page.getByLabel('Username').waitFor();
    });

    if (form === 'at a host of its own') {
      it('shares nothing with the landing page and other instances', async () => {
        expect(await inside('JSON.stringify({ ...localStorage })')).toBe('{}');
        const adas = await landing.instanceUrl();
        expect(await fetched(new URL('/api/v1/session', adas).href)).toBe('nothing');
        const { origin } = behind.gateway;
        const others = [origin, `${origin}/api/sessions`, new URL('/', adas).href];
        for (const address of others) expect(await fetched(address)).toBe('nothing');
      });
    }
  },
);
