import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { claim, opened } from '../admin/roster-links';
import { TestPlatform } from '../support/platform';
import { openBrowser } from './browser';
import { Organisers, PHONE, faultsOf } from './organisers';

let platform: TestPlatform;
let browser: Browser;
let organisers: Organisers;

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '4' });
  browser = await openBrowser();
});
beforeEach(() => {
  organisers = new Organisers(browser, platform);
});
afterEach(async () => {
  await organisers.close();
  await platform.endSessions();
  const { reservations } = (await platform.admin('GET', '/reservations')).body;
  for (const { reservation_id } of reservations) await platform.admin('DELETE', `/reservations/${reservation_id}`);
  expect(organisers.complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const writeRoster = async (page: Page, csv: string) => {
  await page.getByRole('tab', { name: 'Roster' }).click();
  await page.getByLabel('People, as CSV').fill(csv);
};
const linkFor = (page: Page, user: string) =>
  page.getByRole('table', { name: 'Links' }).getByRole('row').filter({ hasText: user }).locator('.link-text');
const textOf = async (page: Page, user: string) => (await linkFor(page, user).textContent()) ?? '';

it('names bad rows by their line while a roster is written, and makes sessions whose links open', async () => {
  const { page } = await organisers.open('/create');
  await writeRoster(page, 'user_id,hours,table\nada@example.org,8,4\ngrace@example.org,soon,4\n');
  const understood = page.getByRole('region', { name: 'How the roster is understood' });
  await understood.getByText('Line 3:').waitFor();
  await understood.getByText('1 row understood, 1 bad one').waitFor();
  expect(await page.getByRole('button', { name: 'Reserve 1 place' }).isDisabled()).toBe(true);

  await page.getByLabel('People, as CSV').fill('user_id,hours,table\nada@example.org,8,4\ngrace@example.org,9,4\n');
  await understood.getByText('2 rows understood').waitFor();
  await understood.getByText('2 places needed, 4 free').waitFor();
  await page.getByRole('radio', { name: 'Create now' }).click();
  await page.getByRole('button', { name: 'Create 2 sessions' }).click();
  await page.getByRole('heading', { name: '2 sessions created' }).waitFor();

  const { session, token } = opened(await textOf(page, 'grace@example.org'));
  const { status, body } = await platform.get(`/api/sessions/${session}`, token);
  expect([status, body.user_id]).toEqual([200, 'grace@example.org']);
  await page.getByRole('table', { name: 'Links' }).getByText('active').nth(1).waitFor();
});

it('asks before links are left behind, and lets go once they are saved', async () => {
  const admin = await organisers.open('/create');
  const { page } = admin;
  await writeRoster(page, 'ada\ngrace\n');
  await page.getByRole('button', { name: 'Reserve 2 places' }).click();
  await page.getByRole('heading', { name: '2 places reserved' }).waitFor();
  await admin.navigation.getByRole('link', { name: 'Dashboard' }).click();
  await admin.dialog('Leave without the links?').getByRole('button', { name: 'Stay' }).click();
  await admin.heading('Create').waitFor();

  const links = [await textOf(page, 'ada'), await textOf(page, 'grace')];
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download as CSV' }).click(),
  ]);
  const csv = await readFile(await download.path(), 'utf8');
  for (const link of links) expect(csv).toContain(`"${link}"`);
  await admin.navigation.getByRole('link', { name: 'Dashboard' }).click();
  await admin.heading('Dashboard').waitFor();
});

it('reserves a place for one person whose name looks like CSV, and gives it up', async () => {
  const admin = await organisers.open('/create');
  const { page } = admin;
  const user = '=ada, "the first"';
  await page.getByLabel('User', { exact: true }).fill(user);
  await page.getByRole('radio', { name: 'Reserve a place' }).click();
  await page.getByRole('button', { name: 'Add a detail' }).click();
  await page.getByRole('group', { name: 'Detail 1' }).getByLabel('Name').fill('table');
  await page.getByRole('group', { name: 'Detail 1' }).getByLabel('Value').fill('4');
  await page.getByRole('button', { name: 'Reserve the place' }).click();
  await page.getByRole('heading', { name: `A place for ${user}` }).waitFor();
  const { reservation } = opened(await textOf(page, user));

  await page.getByRole('button', { name: `Give up the place of ${user}` }).click();
  await admin.dialog('Give this place up?').getByRole('button', { name: 'Give it up' }).click();
  await admin.said(`The place of ${user} is free again.`).waitFor();
  await page.getByText('No place is kept').waitFor();
  expect((await claim(platform, reservation ?? '')).status).toBe(404);
});

it('names refused rows and takes them back into the editor', async () => {
  const { page } = await organisers.open('/create');
  const good = ['ada', 'grace', 'lin', 'alan'].map((user) => `${user},8\n`).join('');
  await writeRoster(page, `user_id,hours\n${good}margaret,soon\ndennis,8\n`);
  await page.getByText('1 place too few: rows at the end would be refused.').waitFor();
  await page.getByLabel('Skip bad rows').check();
  await page.getByRole('button', { name: 'Reserve 5 places' }).click();
  await page.getByRole('heading', { name: '4 places reserved, 2 rows refused' }).waitFor();
  await page.getByRole('region', { name: 'Result' }).getByText('Line 6:').waitFor();
  await page.getByRole('button', { name: 'Put refused rows back into the editor' }).click();
  expect(await page.getByLabel('People, as CSV').inputValue()).toBe('user_id,hours\nmargaret,soon\ndennis,8\n');
});

it('reads a roster from a file, and says what is no roster', async () => {
  const { page } = await organisers.open('/create');
  await page.getByRole('tab', { name: 'Roster' }).click();
  const choose = page.locator('input[type=file]');
  await choose.setInputFiles({ name: 'r.xlsx', mimeType: 'application/zip', buffer: Buffer.from('PK\u0003\u0004') });
  await page.getByText('r.xlsx: This is a spreadsheet, not a CSV file.').waitFor();
  await choose.setInputFiles({ name: 'r.csv', mimeType: 'text/csv', buffer: Buffer.from('\u{FEFF}user_id\nadä\n') });
  await page.getByRole('table', { name: 'Understood rows' }).getByText('adä').waitFor();
  expect(await page.getByLabel('People, as CSV').inputValue()).toBe('user_id\nadä\n');
});

it('works by keyboard alone, on a phone, and in both colour schemes', async () => {
  const admin = await organisers.open('/create');
  const { page } = admin;
  await page.getByLabel('User', { exact: true }).focus();
  await page.keyboard.type('ada');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowUp');
  await page.getByRole('button', { name: 'Reserve the place' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'A place for ada' }).waitFor();
  expect(await faultsOf(admin)).toEqual([]);

  const phone = await organisers.open('/create', PHONE);
  await writeRoster(phone.page, 'user_id,hours\nada@example.org,8\ngrace,soon\n');
  await phone.page.getByText('Line 3:').waitFor();
  expect(await faultsOf(phone)).toEqual([]);
});
