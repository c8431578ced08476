import type { Browser } from 'playwright-core';
import { startBehindGateway } from '../support/gateway';
import { plainImage, StandIn } from '../support/stand-in';
import { complaintsOf, openBrowser, visit } from './browser';
import { ROUTING_FORMS, tls } from './routing-forms';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser?.close());

it.each(ROUTING_FORMS)(
  'an image that knows no cookies opens by its link, and again without it: %s',
  async (_form, form) => {
    const behind = await startBehindGateway({ tls, ...form });
    const { platform } = behind;
    const instance = await StandIn.start(plainImage);
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    try {
      const { body } = await platform.create('ada');
      await instance.standInFor(body, platform);
      const page = await context.newPage();
      const complaints = complaintsOf(page);
      for (const url of [body.frontend_url, body.frontend_url.split('?')[0]]) {
        await visit(page, url);
        await page.getByText('works').waitFor();
        expect(page.url()).toBe(body.frontend_url.split('?')[0]);
      }
      expect(await page.evaluate('document.cookie')).toBe('');
      expect(instance.requests.filter(({ url }) => url?.includes('token'))).toEqual([]);
      expect(complaints).toEqual([]);
    } finally {
      await context.close();
      instance.stop();
      await behind.stop();
    }
  },
);
