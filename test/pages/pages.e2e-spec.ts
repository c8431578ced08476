import type { Browser, BrowserContext, Page } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { AdminPage } from './admin-page';
import { complaintsOf, cutOff, isWhole, loseAnswer, openBrowser, seriousFindings } from './browser';
import { LandingPage } from './landing-page';

let platform: TestPlatform;
let browser: Browser;
let context: BrowserContext;
let complaints: string[][];

const newPage = async (): Promise<Page> => {
  const page = await context.newPage();
  complaints.push(complaintsOf(page));
  return page;
};

const openLanding = async (): Promise<LandingPage> => {
  const landing = new LandingPage(await newPage());
  await landing.open(platform.origin);
  return landing;
};

const openAdmin = async (): Promise<AdminPage> => {
  const admin = new AdminPage(await newPage());
  await admin.open(platform.origin);
  await admin.logIn();
  await admin.live();
  return admin;
};

const sessionIdOf = async ({ page }: LandingPage): Promise<string> => {
  const id: unknown = await page.evaluate(`localStorage.getItem('jarvis_session_id')`);
  return String(id);
};

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3' });
  browser = await openBrowser();
});
beforeEach(async () => {
  complaints = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
});
afterEach(async () => {
  await context.close();
  await platform.endSessions();
  expect(complaints.flat()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it('launches one instance on a click, finds it again after a reload, and ends it', async () => {
  const landing = await openLanding();
  expect(await seriousFindings(landing.page)).toEqual([]);
  await landing.launch({ userId: 'ada@example.org' });
  const id = await sessionIdOf(landing);
  expect(id).toMatch(/^ada-example-org-[0-9a-f]{8}$/);
  expect(await seriousFindings(landing.page)).toEqual([]);

  await landing.page.reload();
  await landing.openLink.waitFor();
  expect(await sessionIdOf(landing)).toBe(id);
  expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(1);

  await landing.end();
  await landing.title('Your instance has ended').waitFor();
  expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(0);
});

it.each(['life.js', 'app.js', 'styles.css'])(
  'loads itself once more when its %s was cut off on its way',
  async (part) => {
    const page = await context.newPage();
    const cuts = await cutOff(page, `**/${part}`, 3);
    const landing = new LandingPage(page);
    await landing.open(platform.origin);
    await landing.launchButton.waitFor();
    await until(() => cuts() > 3);
    await isWhole(page);
  },
);

it.each(['index-*.js', '*.css'])('loads the console once more when %s of it was cut off on its way', async (part) => {
  const page = await context.newPage();
  const cuts = await cutOff(page, `**/admin/assets/${part}`, 3);
  await page.goto(`${platform.origin}/admin/`);
  await page.getByLabel('Password').waitFor();
  await until(() => cuts() > 3);
  await isWhole(page);
});

it('opens the instance by itself', async () => {
  const landing = await openLanding();
  await landing.launch({ stay: false });
  const instance = new URL(await landing.instanceUrl());
  await landing.page.waitForURL(({ origin }) => origin === instance.origin);
  expect(new URL(landing.page.url()).search).toBe('');
});

it('keeps one session when the answer to a launch is lost', async () => {
  const landing = await openLanding();
  const lost = await loseAnswer(landing.page, '**/api/sessions');
  await landing.launch();
  expect(lost()).toBe(1);
  expect((await platform.admin('GET', '/sessions/active')).body.total).toBe(1);
});

it('shows a session to the organisers, who extend and end it; its attendee is told', async () => {
  const landing = await openLanding();
  await landing.launch();
  const id = await sessionIdOf(landing);
  const admin = await openAdmin();
  await admin.sessions();
  await admin.row(id).getByText('2 running').waitFor();
  expect(await seriousFindings(admin.page)).toEqual([]);

  const before = await platform.admin('GET', `/sessions/${id}`);
  await admin.extend(id, 12);
  await admin.said(/now expires/).waitFor();
  const after = await platform.admin('GET', `/sessions/${id}`);
  expect(Date.parse(after.body.expires_at) - Date.parse(before.body.expires_at)).toBe(12 * 3_600_000);

  await admin.details(id);
  const drawer = admin.dialog(id);
  await drawer.getByText(before.body.volume).waitFor();
  await drawer.getByRole('tab', { name: 'Settings' }).click();
  await drawer.getByLabel('Most events in total').fill('1000');
  await drawer.getByRole('button', { name: 'Save for this session' }).click();
  await admin.said(/runs with its new settings/).waitFor();
  expect((await platform.admin('GET', `/sessions/${id}`)).body.config.max_events).toBe(1000);
  await drawer.getByRole('button', { name: 'Close details' }).click();

  await admin.terminate(id);
  await admin
    .said(`${id} has ended.`)
    .or(admin.said(`${id} is stopping.`))
    .waitFor();
  await landing.page.bringToFront();
  await landing.title('The organisers ended your instance').waitFor();
});

it('changes the global settings at once, and cleans up', async () => {
  const admin = await openAdmin();
  await admin.maintenance('upkeep');
  await admin.cleanUp();
  await admin.page.getByText('Nothing to clean up.').waitFor();
  await admin.settings();
  await admin.save('Sessions at once', 2);
  await admin.said('Settings saved. They are in force.').waitFor();
  expect((await platform.get('/api/health')).body.max_sessions).toBe(2);
  expect(await seriousFindings(admin.page)).toEqual([]);
  await admin.save('Sessions at once', 3);
  await admin.logOut();
  await admin.page.getByText('You are logged out.').waitFor();
});

it('says a wrong password', async () => {
  const admin = new AdminPage(await newPage());
  await admin.open(platform.origin);
  await admin.logIn('admin', 'wrong');
  await admin.page.getByText('Wrong username or password.').waitFor();
});
