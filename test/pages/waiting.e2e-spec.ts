import type { Browser } from 'playwright-core';
import { TestPlatform, until, type Answer } from '../support/platform';
import { openBrowser, seriousFindings } from './browser';
import { LandingPage } from './landing-page';
import { Visitors } from './visitors';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;
let first: Answer;

/** Another person, on a phone if `width` says so. */
const visit = async (width?: number): Promise<LandingPage> => {
  const landing = await visitors.visit(platform.origin, width);
  await landing.launchButton.waitFor();
  return landing;
};
const waiting = async () => (await platform.get('/api/capacity')).body.waiting.length as number;

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser);
});
beforeEach(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '1' });
  first = await platform.create('first');
});
afterEach(async () => {
  const complaints = await visitors.leave();
  await platform.stop();
  expect(complaints).toEqual([]);
});
afterAll(() => browser?.close());

it('stands in line at one click, keeps the place over a reload and a manager restart, and launches by itself', async () => {
  const ada = await visit();
  await ada.launchButton.click();
  await ada.place(1).waitFor();
  const ben = await visit(390);
  await ben.launchButton.click();
  await ben.place(2).waitFor();
  await ben.page.getByText('1 person is ahead of you.').waitFor();
  for (const { page } of [ada, ben]) expect(await seriousFindings(page)).toEqual([]);
  await ben.page.getByText('1 of 1 instances in use, 2 waiting').waitFor();
  const overflow = await ben.page.evaluate<number>(`document.documentElement.scrollWidth - innerWidth`);
  expect(overflow).toBeLessThanOrEqual(0);

  await ben.page.reload();
  await ben.place(2).waitFor();
  const { port } = new URL(platform.origin);
  await platform.killManager();
  await platform.startManager({ PORT: port });
  await platform.end(first.body);
  await ada.openLink.waitFor({ timeout: 60_000 });
  await ben.place(1).waitFor({ timeout: 60_000 });
  expect(await waiting()).toBe(1);
  await ada.page.getByRole('button', { name: 'Stay on this page' }).click();
  await ada.end();
  await ben.openLink.waitFor({ timeout: 60_000 });
  expect(await ben.page.evaluate(`localStorage.getItem('jarvis_ticket')`)).toBeNull();
});

it('gives the place up when asked, and joins again', async () => {
  const ada = await visit();
  await ada.launchButton.click();
  await ada.place(1).waitFor();
  await ada.page.getByRole('button', { name: 'Leave the line' }).click();
  await ada.title('You left the line').waitFor();
  expect(await waiting()).toBe(0);
  await ada.page.getByRole('button', { name: 'Join again' }).click();
  await ada.place(1).waitFor();
  const [ticket] = await platform.redis.client.zrange('waiting:line', '0', '-1');
  await platform.admin('PUT', '/config', { max_sessions_per_user: 1 });
  await platform.redis.client.del(`waiting:ticket:${ticket}`);
  await ada.title('Your place in line is not known any more').waitFor();
});

it('finds the place of another tab, and shows the instance in both', async () => {
  const ada = await visit();
  await ada.launchButton.click();
  await ada.place(1).waitFor();
  const tab = new LandingPage(await ada.page.context().newPage());
  await tab.open(platform.origin);
  await tab.place(1).waitFor();
  await platform.end(first.body);
  await Promise.all([ada.openLink.waitFor(), tab.openLink.waitFor()]);
  expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(1);
});

it('tries again for whoever agrees where there is no waiting room', async () => {
  const { port } = new URL(platform.origin);
  await platform.stopManager();
  await platform.startManager({ WAITING_ROOM_SIZE: '0', PORT: port });
  const ada = await visit();
  await ada.launchButton.click();
  await ada.title('Every instance is in use').waitFor();
  await ada.page.getByRole('button', { name: 'Keep trying for me' }).click();
  await platform.end(first.body);
  await until(async () => (await platform.get('/api/capacity')).body.available === 1);
  await ada.page.getByRole('button', { name: 'Try now' }).click();
  await ada.openLink.waitFor();
});
