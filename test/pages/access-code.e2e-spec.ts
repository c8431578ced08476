import type { Browser } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { openBrowser, seriousFindings } from './browser';
import { LandingPage } from './landing-page';
import { Organisers, PHONE, faultsOf } from './organisers';
import { Visitors } from './visitors';

const CODE = 'K7QM-4XWD';
const WRONG = 'This is not the code of this event.';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;

const visit = (address = platform.origin, width?: number) => visitors.visit(address, width);
const focused = ({ page }: LandingPage) => page.evaluate<string | undefined>('document.activeElement?.id');
const setCode = (code: string | null) => platform.admin('PUT', '/config', { event_access_code: code });

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser);
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '4' });
});
beforeEach(async () => {
  await setCode(CODE);
});
afterEach(async () => {
  const complaints = await visitors.leave();
  await platform.endSessions();
  await platform.admin('PUT', '/config', { reset: ['event_access_code', 'max_sessions'] });
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it('asks for the code, says at the field what is wrong with it, and launches with the right one', async () => {
  const ada = await visit(platform.origin, 390);
  await ada.codeField.waitFor();
  expect(await seriousFindings(ada.page)).toEqual([]);
  await ada.launchButton.click();
  await ada.page.getByText('This event asks for an access code.').waitFor();
  expect(await focused(ada)).toBe('access-code');
  expect(await seriousFindings(ada.page)).toEqual([]);
  expect(await ada.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);

  await ada.codeField.fill('k7qm-4xwd');
  await ada.codeField.press('Enter');
  await ada.page.getByText(WRONG).waitFor();
  expect([await focused(ada), await ada.codeField.getAttribute('aria-invalid')]).toEqual(['access-code', 'true']);
  expect(await ada.codeField.inputValue()).toBe('k7qm-4xwd');

  await ada.codeField.fill(CODE);
  await ada.launch({ userId: 'ada' });
});

it('keeps what was typed over a reload, in this tab alone', async () => {
  const ben = await visit();
  await ben.codeField.fill(CODE);
  await ben.page.reload();
  await ben.codeField.waitFor();
  expect(await ben.codeField.inputValue()).toBe(CODE);
  const other = await ben.page.context().newPage();
  await other.goto(platform.origin);
  await new LandingPage(other).codeField.waitFor();
  expect(await new LandingPage(other).codeField.inputValue()).toBe('');
});

it('takes the code of a printed link out of the address bar into the field, also when the page is open already', async () => {
  const carl = await visit(`${platform.origin}/#code=${CODE}`);
  await carl.codeField.waitFor();
  expect([await carl.page.evaluate('location.href'), await carl.codeField.inputValue()]).toEqual([
    `${platform.origin}/`,
    CODE,
  ]);
  const dora = await visit();
  await dora.codeField.fill('wrong-code');
  await dora.launchButton.click();
  await dora.page.getByText(WRONG).waitFor();
  await dora.page.evaluate(`location.hash = 'code=${CODE}'`);
  await until(async () => (await dora.codeField.inputValue()) === CODE);
  expect(await dora.page.getByText(WRONG).isVisible()).toBe(false);
  await dora.launch();
});

it('asks for nothing while no code is set, and asks when one was set after the page was opened', async () => {
  await setCode(null);
  const eve = await visit();
  await eve.page.getByText('of 4 instances in use').waitFor();
  expect(await eve.codeField.isVisible()).toBe(false);
  await setCode(CODE);
  await eve.launchButton.click();
  await eve.page.getByText('This event asks for an access code.').waitFor();
  await eve.codeField.fill(CODE);
  await eve.launch();
});

it('keeps trying with the code where the platform is full, and stands in line with it', async () => {
  await platform.admin('PUT', '/config', { max_sessions: 0 });
  const fay = await visit(`${platform.origin}/#code=${CODE}`);
  await fay.codeField.waitFor();
  await fay.launchButton.click();
  await fay.place(1).waitFor();
  await platform.admin('PUT', '/config', { max_sessions: 4 });
  await fay.openLink.waitFor({ timeout: 60_000 });
});

it('says that very many wrong codes came from this network, and takes the right one nevertheless', async () => {
  const wrong = () =>
    platform.request('POST', '/api/sessions', { user_id: 'x', access_code: 'wrong-code' }).then(({ status }) => status);
  while (!(await Promise.all(Array.from({ length: 50 }, wrong))).includes(429));
  const gus = await visit();
  await gus.codeField.fill('wrong-code');
  await gus.launchButton.click();
  await gus.page.getByText('Very many wrong codes came from your network.').waitFor();
  await gus.codeField.fill(CODE);
  await gus.launch();
});

describe('the console', () => {
  it('sets, shows, changes and lifts the code, and tells nobody in its history which it was', async () => {
    await platform.admin('PUT', '/config', { reset: ['event_access_code'] });
    await platform.redis.client.del('audit');
    const organisers = new Organisers(browser, platform);
    const admin = await organisers.open('/configuration');
    const { page } = admin;
    const field = page.getByRole('textbox', { name: 'Access code' });
    const save = page.getByRole('button', { name: 'Save settings' });
    const history = page.getByRole('region', { name: 'History' });
    await field.fill('short');
    await page.getByText('6 to 64 letters, digits and signs, without spaces').waitFor();
    expect(await save.isDisabled()).toBe(true);

    await page.getByRole('button', { name: 'Make one' }).click();
    const made = await field.inputValue();
    await save.click();
    await page.getByText(`${platform.origin}/#code=${made}`).waitFor();
    await history.getByText('Access code: none → set').waitFor();
    expect((await platform.admin('GET', '/config')).body.event_access_code).toBe(made);
    expect(await faultsOf(admin)).toEqual([]);

    await field.fill(CODE);
    await save.click();
    await history.getByText('Access code: set → set anew').waitFor();
    await field.fill('');
    await save.click();
    await history.getByText('Access code: set → none').waitFor();
    expect((await platform.get('/api/health')).body.access_code_required).toBe(false);
    expect(await history.textContent()).not.toContain(made);

    await setCode(CODE);
    const phone = await organisers.open('/configuration', PHONE);
    await phone.page.getByText(`${platform.origin}/#code=${CODE}`).waitFor();
    expect(await faultsOf(phone)).toEqual([]);
    expect(organisers.complaints).toEqual([]);
    await organisers.close();
  });
});
