import type { Browser } from 'playwright-core';
import { TestPlatform } from '../support/platform';
import { openBrowser } from './browser';
import { Organisers } from './organisers';
import { SessionsPage } from './sessions-page';

let platform: TestPlatform;
let browser: Browser;
let organisers: Organisers;

beforeAll(async () => {
  platform = await TestPlatform.start();
  browser = await openBrowser();
  organisers = new Organisers(browser, platform);
});
afterAll(async () => {
  await organisers?.close();
  await browser?.close();
  await platform?.stop();
  expect(organisers.complaints).toEqual([]);
});

const ONE = /\/api\/admin\/operations\/[0-9a-f]+$/;

it('keeps the end of an operation that was told while an older answer was on its way', async () => {
  await Promise.all(['ada', 'bob'].map((user) => platform.create(user)));
  const { page } = await organisers.open('/sessions');
  const sessions = new SessionsPage(page);
  let answer = (): void => undefined;
  const told = new Promise<void>((resolve) => (answer = resolve));
  await page.route(ONE, async (route) => {
    const response = await route.fetch();
    const early = { ...((await response.json()) as object), status: 'running', succeeded: 1, finished_at: null };
    await told;
    await route.fulfill({ response, json: early });
  });
  await page.getByRole('checkbox', { name: 'Select all 2 shown' }).click();
  await sessions.bar.getByRole('button', { name: 'Extend…' }).click();
  await sessions.dialog('Extend the sessions').getByRole('button', { name: 'Extend 2 sessions' }).click();
  const report = sessions.dialog('Operation on many sessions');
  await report.getByText('2 extended, 0 failed.').waitFor();
  const answered = page.waitForResponse(ONE);
  answer();
  await (await answered).finished();
  await page.evaluate('new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)))');
  expect(await report.getByText('2 extended, 0 failed.').count()).toBe(1);
});
