import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TestPlatform } from '../support/platform';
import { complaintsOf, openBrowser, seriousFindings } from './browser';

const HTML = '<img src=x onerror="document.title=1"><b>Lunch</b>\nis served';

let platform: TestPlatform;
let browser: Browser;
let context: BrowserContext;
let complaints: string[][];

beforeAll(async () => {
  platform = await TestPlatform.start();
  browser = await openBrowser();
});
beforeEach(() => {
  complaints = [];
});
afterEach(async () => {
  await context.close();
  await platform.redis.client.del('messages');
  expect(complaints.flat()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const open = async (url: string, options: Parameters<Browser['newContext']>[0] = {}): Promise<Page> => {
  context = await browser.newContext(options);
  const page = await context.newPage();
  complaints.push(complaintsOf(page));
  await page.goto(url);
  return page;
};
const send = async (message: object): Promise<string> =>
  (await platform.admin('POST', '/messages', message)).body.message_id;
const end = async (id: string) => {
  const message = JSON.parse((await platform.redis.client.hget('messages', id))!) as object;
  await platform.redis.client.hset('messages', id, JSON.stringify({ ...message, endsAt: Date.now() - 1 }));
};
const overflow = (page: Page) => page.evaluate<number>('document.documentElement.scrollWidth - innerWidth');
/** Whether a browser asked to read out the message added it to a live region that was there before. */
const watchAdditions = (page: Page) =>
  page.evaluate(`globalThis.added = 0; new MutationObserver((changes) => {
    for (const { addedNodes } of changes) globalThis.added += addedNodes.length;
  }).observe(document.querySelector('[aria-live=polite]#messages, .banners[aria-live=polite]'), { childList: true })`);

it.each([
  ['light', 1_280],
  ['dark', 390],
] as const)(
  'appears on the landing page in %s at %i pixels, as text, and goes when it is taken back',
  async (colorScheme, width) => {
    const page = await open(platform.origin, { colorScheme, viewport: { width, height: 800 } });
    await page.getByRole('button', { name: 'Launch Your Jarvis Instance' }).waitFor();
    await watchAdditions(page);
    const id = await send({ text: HTML });
    const message = page.locator('#messages p');
    await message.waitFor({ timeout: 12_000 });
    expect(await message.textContent()).toBe(`From the organisers: ${HTML}`);
    expect(await page.locator('#messages img').count()).toBe(0);
    expect(await seriousFindings(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.waitForTimeout(11_000);
    expect(await page.evaluate('globalThis.added')).toBe(1);
    await platform.admin('DELETE', `/messages/${id}`);
    await message.waitFor({ state: 'detached', timeout: 12_000 });
  },
);

it('stays above every view of the landing page until its time is over', async () => {
  const long = `Long ${'x'.repeat(300)}`;
  const id = await send({ text: long, severity: 'warning', minutes: 5 });
  const page = await open(platform.origin, { viewport: { width: 390, height: 800 } });
  await page.getByText(long).waitFor();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Launch Your Jarvis Instance' }).click();
  await page.getByRole('link', { name: 'Open your instance' }).waitFor({ timeout: 60_000 });
  expect(await page.getByText(long).isVisible()).toBe(true);
  await end(id);
  await page.getByText(long).waitFor({ state: 'detached', timeout: 12_000 });
  const { body } = await platform.admin('GET', '/sessions/active');
  for (const { session_id } of body.sessions) await platform.admin('DELETE', `/sessions/${session_id}`);
});

it('appears inside the instance within ten seconds, as text; what only informs can be put away, a warning stays', async () => {
  const { body: session } = await platform.create('ada');
  const page = await open(session.frontend_url, { viewport: { width: 390, height: 800 } });
  await page.locator('html[data-ready=true]').waitFor({ state: 'attached' });
  await watchAdditions(page);
  const info = await send({ text: HTML });
  const message = page.locator('.message');
  await message.waitFor({ timeout: 10_000 });
  expect(await message.locator('p').textContent()).toBe(`From the organisers: ${HTML}`);
  expect(await message.locator('img').count()).toBe(0);
  const warning = await send({ text: 'We restart in five minutes.', severity: 'warning' });
  await page.getByText('We restart in five minutes.').waitFor({ timeout: 10_000 });
  expect(await page.evaluate('globalThis.added')).toBe(2);
  expect(await seriousFindings(page)).toEqual([]);
  expect(await overflow(page)).toBeLessThanOrEqual(0);

  await page.getByRole('button', { name: 'Dismiss this message' }).click();
  expect(await message.count()).toBe(1);
  await page.reload();
  await page.getByText('We restart in five minutes.').waitFor();
  expect(await message.count()).toBe(1);
  expect(await page.getByRole('button', { name: 'Dismiss this message' }).count()).toBe(0);

  for (const id of [info, warning]) await platform.admin('DELETE', `/messages/${id}`);
  await message.waitFor({ state: 'detached', timeout: 10_000 });
  await platform.end(session);
});
