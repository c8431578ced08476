import type { Browser } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { openBrowser } from './browser';
import { Organisers, PHONE, faultsOf } from './organisers';

let platform: TestPlatform;
let browser: Browser;
let organisers: Organisers;

beforeAll(async () => {
  platform = await TestPlatform.start({
    MAX_TOTAL_SESSIONS: '150',
    EGRESS: 'list',
    EGRESS_LIST: '192.0.2.7/32,198.51.100.0/24',
  });
  browser = await openBrowser();
});
beforeEach(async () => {
  organisers = new Organisers(browser, platform);
  await platform.redis.client.del('audit');
});
afterEach(async () => {
  await organisers.close();
  const reset = ['max_sessions', 'max_sessions_per_user', 'session_ttl_hours', 'event_access_code', 'features'];
  await platform.admin('PUT', '/config', { reset });
  expect(organisers.complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const config = async () => (await platform.admin('GET', '/config')).body;

it('saves a setting, tells it in the history, and goes back to what the environment says', async () => {
  const admin = await organisers.open('/configuration');
  const { page } = admin;
  const settings = page.getByRole('form', { name: 'Settings' });
  await settings.getByText('From the environment').waitFor();
  await admin.save('Sessions at once', 80);
  await admin.said('Settings saved. They are in force.').waitFor();
  await settings.getByText('Set here').waitFor();
  const history = page.getByRole('region', { name: 'History' });
  await history.getByText('Sessions at once: 150 → 80').waitFor();

  await page.getByRole('button', { name: 'Back to 150 (environment): Sessions at once' }).click();
  await history.getByText('Sessions at once: 80 → 150').waitFor();
  expect(await config()).toMatchObject({ max_sessions: 150, sources: { max_sessions: 'environment' } });
  await until(async () => (await page.getByRole('textbox', { name: 'Sessions at once' }).inputValue()) === '150');
});

it('keeps what is typed while the settings are being saved', async () => {
  const admin = await organisers.open('/configuration');
  const { page } = admin;
  const code = page.getByRole('textbox', { name: 'Access code' });
  await page.route('**/api/admin/config', async (route) => {
    if (route.request().method() === 'PUT' && (await code.inputValue()) === '') await code.fill('K7QM-4XWD');
    return route.continue();
  });
  await admin.save('Sessions at once', 80);
  await admin.said('Settings saved. They are in force.').waitFor();
  await page.getByText('Not saved yet').waitFor();
  expect(await code.inputValue()).toBe('K7QM-4XWD');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await until(async () => (await config()).event_access_code === 'K7QM-4XWD');
  expect((await config()).max_sessions).toBe(80);
});

it('shows that running instances have taken what attendees may do, and which sessions have their own', async () => {
  const { body: session } = await platform.create('ada');
  const admin = await organisers.open('/configuration');
  const { page } = admin;
  await page.getByLabel('Most events in total').fill('1000');
  await page.getByRole('button', { name: 'Save settings' }).click();
  const rollout = page.getByRole('region', { name: 'Rollout' });
  await until(async () => (await config()).features.max_events === 1000 && (await config()).rollout.applied === 1);
  await rollout.getByText('The running instance has taken it.').waitFor();

  await platform.admin('POST', `/sessions/${session.session_id}/config`, { features: { rate_limit: 5 } });
  const own = page.getByRole('region', { name: 'Sessions with settings of their own' });
  await own.getByText('Events per second: 5').waitFor();
  await own.getByRole('link', { name: session.session_id }).waitFor();
  await platform.end(session);
});

it('follows another organiser where this one has touched nothing, and says so where it has', async () => {
  const ada = await organisers.open('/configuration');
  const grace = await organisers.open('/configuration');
  await grace.page.getByRole('textbox', { name: 'Sessions at once' }).fill('90');
  await ada.page.getByRole('textbox', { name: 'Sessions per user' }).fill('7');
  await ada.save('Sessions at once', 80);
  await ada.said('Settings saved. They are in force.').waitFor();

  await until(async () => (await grace.page.getByRole('textbox', { name: 'Sessions per user' }).inputValue()) === '7');
  await grace.page.getByText('admin changed this to 80 a moment ago.').waitFor();
  expect(await grace.page.getByRole('textbox', { name: 'Sessions at once' }).inputValue()).toBe('90');
  expect(await faultsOf(grace)).toEqual([]);
  await grace.page.getByRole('button', { name: 'Keep mine' }).click();
  await grace.page.getByRole('button', { name: 'Save settings' }).click();
  await until(async () => (await ada.page.getByRole('textbox', { name: 'Sessions at once' }).inputValue()) === '90');
  expect(await config()).toMatchObject({ max_sessions: 90, max_sessions_per_user: 7 });
});

it('says in place what cannot be, and asks before changes are left behind by a link or the browser', async () => {
  const admin = await organisers.open('/');
  const { page } = admin;
  await admin.settings();
  await page.getByRole('textbox', { name: 'Sessions per user' }).fill('0');
  await page.getByText('A whole number from 1 to 1000').waitFor();
  expect(await page.getByRole('button', { name: 'Save settings' }).isDisabled()).toBe(true);
  const leaving = admin.dialog('Leave without saving?');
  await admin.navigation.getByRole('link', { name: 'Sessions' }).click();
  await leaving.getByRole('button', { name: 'Stay' }).click();
  await leaving.waitFor({ state: 'detached' });
  await page.evaluate('history.back()');
  await leaving.getByRole('button', { name: 'Stay' }).click();
  await leaving.waitFor({ state: 'detached' });
  await admin.heading('Configuration').waitFor();
  expect(await page.getByRole('textbox', { name: 'Sessions per user' }).inputValue()).toBe('0');

  await page.evaluate('history.back()');
  await leaving.getByRole('button', { name: 'Leave without saving' }).click();
  await admin.heading('Dashboard').waitFor();
});

it('takes numbers and lists of words as they are typed, and nothing else', async () => {
  const admin = await organisers.open('/configuration');
  const { page } = admin;
  const hours = page.getByRole('textbox', { name: 'Lifetime in hours' });
  await hours.fill('');
  await hours.pressSequentially('0.0x5');
  expect(await hours.inputValue()).toBe('0.05');
  await hours.press('ArrowUp');
  expect(await hours.inputValue()).toBe('1.05');

  const scenarios = page.getByRole('combobox', { name: 'Scenarios' });
  await scenarios.press('Backspace');
  await page.getByText('Name at least one of the scenarios, or write all').waitFor();
  await scenarios.pressSequentially('first,second FIRST third');
  await page.getByRole('button', { name: 'Take second away' }).press('Enter');
  expect(await scenarios.evaluate('document.activeElement?.id')).toBe(await scenarios.getAttribute('id'));
  expect(await faultsOf(admin)).toEqual([]);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await admin.said('Settings saved. They are in force.').waitFor();
  const { session_ttl_hours, features } = await config();
  expect({ session_ttl_hours, scenarios: features.scenarios }).toEqual({
    session_ttl_hours: 1.05,
    scenarios: ['first', 'third'],
  });
});

it('works by keyboard alone, on a phone, and in both colour schemes', async () => {
  const admin = await organisers.open('/configuration');
  await admin.page.getByRole('textbox', { name: 'Sessions at once' }).focus();
  await admin.page.keyboard.press('ControlOrMeta+a');
  await admin.page.keyboard.type('70');
  await admin.page.keyboard.press('Enter');
  await admin.said('Settings saved. They are in force.').waitFor();
  expect((await config()).max_sessions).toBe(70);
  expect(await faultsOf(admin)).toEqual([]);

  const phone = await organisers.open('/configuration', PHONE);
  await phone.page.getByRole('textbox', { name: 'Sessions at once' }).waitFor();
  expect(await faultsOf(phone)).toEqual([]);
});

it('shows where instances may send, and what of it does not hold', async () => {
  const admin = await organisers.open('/configuration');
  const network = admin.page.getByRole('region', { name: 'Network' });
  await network.getByText('these networks only: 192.0.2.7/32, 198.51.100.0/24.').waitFor();
  await network.getByText('no firewall stands before local processes').waitFor();
  expect(await faultsOf(admin)).toEqual([]);
});
