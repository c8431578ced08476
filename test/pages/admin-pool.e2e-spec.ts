import type { Browser, BrowserContext } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { AdminPage } from './admin-page';
import { complaintsOf, openBrowser, seriousFindings } from './browser';

let platform: TestPlatform;
let browser: Browser;
let context: BrowserContext;
let complaints: string[][];

const openPool = async (width = 1_280): Promise<AdminPage> => {
  const page = await context.newPage();
  await page.setViewportSize({ width, height: 900 });
  complaints.push(complaintsOf(page));
  const admin = new AdminPage(page);
  await admin.open(platform.origin);
  await admin.logIn();
  await admin.live();
  await admin.pool();
  await page.getByRole('heading', { name: 'Warm instances' }).waitFor();
  return admin;
};

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext();
});
afterEach(async () => {
  await context.close();
  await platform.stop();
  expect(complaints.flat()).toEqual([]);
});
afterAll(() => browser?.close());

it('sets the target and the plan, and shows the pool and the line as they are', async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '2' });
  const admin = await openPool();
  const { page, said } = admin;
  await page.getByText('0 of 0 ready').waitFor();
  await page.getByLabel('Warm instances to keep').fill('2');
  await page.getByRole('button', { name: 'Set target' }).click();
  await said('The pool follows its new target.').waitFor();
  await page.getByText('2 of 2 ready').waitFor();
  await page.getByText('set here').waitFor();

  await page.getByRole('button', { name: 'Add a step' }).click();
  const step = page.getByRole('group', { name: 'Step 1' });
  await step.getByLabel('From').fill('25:00');
  await step.getByLabel('Keep').fill('1');
  await page.getByText('A time such as 08:45').waitFor();
  expect(await page.getByRole('button', { name: 'Save plan' }).isDisabled()).toBe(true);
  const { hours, minutes } = inTwoHours();
  await step.getByLabel('From').fill(`${hours}:${minutes}`);
  await page.getByRole('button', { name: 'Save plan' }).click();
  await said('Plan saved.').waitFor();
  expect((await platform.admin('GET', '/pool')).body.plan).toEqual([{ at: `${hours}:${minutes}`, keep: 1 }]);
  expect(await seriousFindings(page)).toEqual([]);

  // Everything is taken and one waits.
  const answers = await Promise.all(['a', 'b', 'c'].map((user) => platform.create(user, { prefer: 'waiting-room' })));
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 201, 202]);
  await admin.dashboard();
  await admin.summary.getByText(/^In line\s*1\b/).waitFor();
  await admin.summary.getByText('0 of 2 ready').waitFor();
});

it('says why warm instances do not start, on a phone too', async () => {
  platform = await TestPlatform.start({ WARM_POOL_SIZE: '1', INSTANCE_DIR: '/nowhere' });
  await until(async () => (await platform.admin('GET', '/pool')).body.backoff !== null);
  const { page } = await openPool(390);
  await page.getByText('Warm instances do not start').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  expect(await page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
});

/** A time of the plan that does not come while the test runs, whenever that is. */
function inTwoHours(): { hours: string; minutes: string } {
  const at = new Date(Date.now() + 2 * 3_600_000);
  const two = (number: number) => String(number).padStart(2, '0');
  return { hours: two(at.getHours()), minutes: two(at.getMinutes()) };
}
