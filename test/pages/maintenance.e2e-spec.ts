import type { Browser, Page } from 'playwright-core';
import { TestPlatform } from '../support/platform';
import { betweenRounds, holdRounds, letRoundsGo } from '../support/rounds';
import { openBrowser } from './browser';
import { Organisers, PHONE, faultsOf } from './organisers';

/** Keeps an answer of the server from the page until it is released. */
const holdBack = async (page: Page, url: RegExp): Promise<{ asked: Promise<void>; release: () => void }> => {
  const asked = Promise.withResolvers<void>();
  const released = Promise.withResolvers<void>();
  await page.route(url, async (route) => {
    asked.resolve();
    await released.promise;
    await route.continue();
  });
  return { asked: asked.promise, release: released.resolve };
};

let platform: TestPlatform;
let browser: Browser;
let organisers: Organisers;

beforeAll(async () => {
  platform = await TestPlatform.start({ VOLUME_RETENTION_HOURS: '2' });
  browser = await openBrowser();
});
beforeEach(async () => {
  organisers = new Organisers(browser, platform);
  await platform.redis.client.del('audit');
});
afterEach(async () => {
  await organisers.close();
  expect(organisers.complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it('tells what it would repair, changes nothing, and then repairs it', async () => {
  const { client } = platform.redis;
  const { body: session } = await platform.create('ada');
  await holdRounds(client, 300);
  await client.del(`session:${session.session_id}`);
  await client.zrem('sessions:expiry', session.session_id);

  const { page } = await organisers.open('/maintenance');
  await page.getByRole('button', { name: 'Look first' }).click();
  const report = page.getByRole('group', { name: 'Report' });
  await report.getByText('1 thing would be done').waitFor();
  const repair = report.getByRole('row').filter({ hasText: session.session_id });
  await repair.getByText('Take the running instance back: Redis has forgotten its session').waitFor();
  expect(await client.exists(`session:${session.session_id}`)).toBe(0);

  await betweenRounds();
  await letRoundsGo(client);
  await report.getByRole('button', { name: 'Do this now' }).click();
  await report.getByText('1 thing done').waitFor();
  expect(await client.exists(`session:${session.session_id}`)).toBe(1);
  await report.getByRole('button', { name: 'Dismiss the report' }).click();
  await platform.admin('DELETE', `/sessions/${session.session_id}`);
});

it('waits for a reconciliation that is under way', async () => {
  const { client } = platform.redis;
  await holdRounds(client, 60);
  const { page } = await organisers.open('/maintenance');
  await page.getByRole('button', { name: 'Reconcile now' }).click();
  await page.getByText('Another reconciliation is under way; this one comes after it…').waitFor();
  await letRoundsGo(client);
  await page.getByRole('group', { name: 'Report' }).getByText('Redis and the engine agree').waitFor();
});

it('counts what is overdue and ends it', async () => {
  const { page } = await organisers.open('/maintenance');
  await page.getByText('No session is overdue.').waitFor();
  await page.getByRole('button', { name: 'Clean up expired' }).click();
  await page.getByText('Nothing to clean up.').waitFor();
  await page.getByRole('button', { name: 'Dismiss the result' }).click();
  await page.getByText('Nothing to clean up.').waitFor({ state: 'detached' });
});

it('removes chosen volumes of ended sessions, after asking', async () => {
  const { body: session } = await platform.create('grace');
  await platform.end(session);
  const admin = await organisers.open('/maintenance/volumes');
  const { page } = admin;
  await page.getByText(/its volume is kept for 2 hours/).waitFor();
  await page.getByLabel(`Choose jarvis-${session.session_id}-data`).check();
  expect(await faultsOf(admin)).toEqual([]);
  await page.getByRole('button', { name: 'Remove 1 volume' }).click();
  const dialog = admin.dialog('Remove 1 volume?');
  await dialog.getByText('This cannot be undone.').waitFor();
  await dialog.getByRole('button', { name: 'Remove for good' }).click();
  await page.getByText('1 volume removed.').waitFor();
  const { volumes } = (await platform.admin('GET', '/volumes')).body;
  expect(volumes.map((volume: { session_id: string }) => volume.session_id)).not.toContain(session.session_id);
});

it('sends a message to all attendees, shows how far it has come, and takes it back', async () => {
  const { body: session } = await platform.create('ada');
  const admin = await organisers.open('/maintenance/messages');
  const { page } = admin;
  await page.getByText('Attendees are told nothing').waitFor();
  await page.getByLabel('Text').fill('Lunch is served.');
  await page.getByText('16 of 500').waitFor();
  await page.getByRole('radio', { name: 'Warning' }).click();
  await page.getByRole('group', { name: 'Preview' }).getByText('Lunch is served.').waitFor();
  await page.getByRole('button', { name: 'Send to all attendees' }).click();
  const shown = page.getByRole('region', { name: 'Shown now' });
  await shown.getByText('Lunch is served.').waitFor();
  await shown.getByText('On the landing page, and in the running instance.').waitFor();
  expect((await platform.get('/api/messages')).body.messages).toMatchObject([
    { text: 'Lunch is served.', severity: 'warning' },
  ]);
  expect(await faultsOf(admin)).toEqual([]);

  await shown.getByRole('button', { name: 'Take back: Lunch is served.' }).click();
  await page.getByText('Attendees are told nothing').waitFor();
  expect((await platform.get('/api/messages')).body.messages).toEqual([]);
  await platform.end(session);
});

it('lists what organisers did as it happens, and finds what one looks for', async () => {
  const { body: session } = await platform.create('ada');
  const admin = await organisers.open('/maintenance/audit');
  const { page } = admin;
  const log = page.getByRole('table', { name: 'Audit log' });
  await log.getByText('logged in').first().waitFor();
  await platform.admin('POST', `/sessions/${session.session_id}/extend`, { hours: 1 });
  const first = log.getByRole('row').nth(1);
  await first.getByText('extended').waitFor();
  await first.getByText('1 hour').waitFor();
  await first.getByRole('link', { name: session.session_id }).waitFor();

  await platform.admin('PUT', '/pool', { target: 0 });
  await log.getByText('changed the warm pool').waitFor();
  const rows = log.getByRole('row');
  const answer = await holdBack(page, /\/api\/admin\/audit\?.*action=extended/);
  await page.getByRole('combobox', { name: 'Act' }).fill('extended');
  await answer.asked;
  // What was there stays, marked as of before, until the answer comes.
  expect(await page.locator('[aria-busy=true]').getByRole('table', { name: 'Audit log' }).count()).toBe(1);
  expect(await log.getByText('changed the warm pool').count()).toBe(1);
  expect(await faultsOf(admin)).toEqual([]);
  answer.release();
  await log.getByText('changed the warm pool').waitFor({ state: 'detached' });
  await page.locator('[aria-busy=false]').getByRole('table', { name: 'Audit log' }).waitFor();
  expect(await rows.count()).toBe(2);
  await page.getByLabel('Who').fill('nobody');
  await page.getByText('No such entry').waitFor();
  await page.getByRole('button', { name: 'Show all' }).click();
  await log.getByText('changed the warm pool').waitFor();
  await platform.end(session);
});

it('works by keyboard alone, on a phone, and in both colour schemes', async () => {
  const admin = await organisers.open('/maintenance');
  const { page } = admin;
  await page.getByRole('tab', { name: 'Upkeep' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('heading', { name: 'Warm instances' }).waitFor();
  await page.keyboard.press('End');
  await page.keyboard.press('Enter');
  await page.getByRole('table', { name: 'Audit log' }).waitFor();
  expect(await faultsOf(admin)).toEqual([]);

  const phone = await organisers.open('/maintenance', PHONE);
  for (const section of ['upkeep', 'pool', 'volumes', 'messages', 'audit']) {
    await phone.maintenance(section);
    await phone.page.getByRole('tabpanel').locator('button, table, .empty').first().waitFor();
    expect({ section, faults: await faultsOf(phone) }).toEqual({ section, faults: [] });
  }
});
