import type { Browser, BrowserContext, BrowserContextOptions } from 'playwright-core';
import { freePort } from '../support/free-port';
import { TestPlatform, until } from '../support/platform';
import { AdminPage } from './admin-page';
import { complaintsOf, openBrowser, seriousFindings } from './browser';

const PAGES = ['/', '/sessions', '/create', '/configuration', '/maintenance', '/nowhere'];
const SECTIONS = ['Dashboard', 'Sessions', 'Create', 'Configuration', 'Maintenance'];

let platform: TestPlatform;
let browser: Browser;
let contexts: BrowserContext[];
let complaints: string[][];

const open = async (path = '/', options: BrowserContextOptions = {}): Promise<AdminPage> => {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  contexts.push(context);
  const page = await context.newPage();
  complaints.push(complaintsOf(page));
  const admin = new AdminPage(page);
  await admin.open(platform.origin, path);
  return admin;
};

const openLoggedIn = async (path = '/', options: BrowserContextOptions = {}): Promise<AdminPage> => {
  const admin = await open(path, options);
  await admin.logIn();
  await admin.live();
  return admin;
};

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3', PORT: String(await freePort()) });
  browser = await openBrowser();
});
beforeEach(() => {
  contexts = [];
  complaints = [];
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  expect(complaints.flat()).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it('says what will appear where nothing has been launched, then moves its figures at a launch, without a reload', async () => {
  const admin = await openLoggedIn();
  await admin.page.getByText('Nothing has been launched yet').waitFor();
  await admin.summary.getByText('0 of 3').waitFor();

  const { body: session } = await platform.create('ada@example.org');
  await admin.summary.getByText('1 of 3').waitFor();
  await admin.page.getByText('Nothing has been launched yet').waitFor({ state: 'detached' });
  await admin.page.getByText(/^1 instance takes [\d.]+ MB of memory/).waitFor();
  const launches = admin.page.getByRole('figure', { name: 'Launches a minute' });
  await launches.getByRole('row', { name: /^launches \d+ 0 1$/ }).waitFor();

  await platform.end(session);
  await admin.summary.getByText('0 of 3').waitFor();
});

it('keeps its figures where the charts cannot be loaded', async () => {
  const admin = await open();
  await admin.page.route('**/chart-canvas*', (route) => route.abort());
  await admin.logIn();
  await admin.page.getByText('The picture could not be loaded.').first().waitFor();
  await admin.summary.getByText('0 of 3').waitFor();
  // React says in the console what a boundary has caught.
  complaints = [];
});

it('comes although each part of it breaks once on its way, as when a network changes', async () => {
  const admin = await open();
  const broken = new Set<string>();
  await admin.page.route(/\/assets\/(console|\w+-page|chart-canvas)-/, (route) => {
    const url = route.request().url();
    if (broken.has(url)) return route.continue();
    broken.add(url);
    return route.abort('connectionaborted');
  });
  await admin.page.reload();
  await admin.logIn();
  await admin.summary.getByText('0 of 3').waitFor();
  await admin.page.locator('figure canvas').first().waitFor();
  const names = [...broken].map((url) => /(\w+)(-page|-canvas)?-/.exec(url.split('/').at(-1) ?? '')?.[1]);
  expect(names).toEqual(expect.arrayContaining(['console', 'dashboard', 'chart']));
});

it('says so when the console cannot be loaded after the login, and comes with a reload', async () => {
  const admin = await open();
  const { page } = admin;
  await page.route('**/assets/console-*', (route) => route.abort());
  await page.reload();
  await admin.logIn();
  await page.getByRole('alert').getByText('This page could not be shown').waitFor();
  await page.unroute('**/assets/console-*');
  await page.getByRole('button', { name: 'Reload' }).click();
  await admin.logIn();
  await admin.live();
  // React says in the console what a boundary has caught.
  complaints = [];
});

it('lists a launch that failed, with what went wrong, and leads to its session', async () => {
  await platform.killManager();
  await platform.startManager({ INSTANCE_DIR: '/nowhere' });
  const admin = await openLoggedIn();
  expect((await platform.create('linus')).status).toBe(502);
  await admin.summary.getByText(/1 failed$/).waitFor();
  const failures = admin.page.getByRole('region', { name: 'Last failed launches' });
  await failures.getByRole('link', { name: /^linus-/ }).click();
  await admin.heading('Sessions').waitFor();
  expect(new URL(admin.page.url()).hash).toMatch(/^#\/sessions\/linus-[0-9a-f]{8}$/);
  await platform.stopManager();
  await platform.startManager();
});

it('says since when it is away, keeps the last figures, and is live again by itself', async () => {
  const admin = await openLoggedIn();
  await admin.summary.getByText('0 of 3').waitFor();
  await admin.page.locator('canvas').last().waitFor();
  await platform.killManager();
  await admin.connection('Reconnecting…').waitFor();
  await admin.connection(/^Offline since \d\d:\d\d:\d\d$/).waitFor();
  await admin.page.getByText('Not up to date.').waitFor();
  await admin.summary.getByText('0 of 3').waitFor();
  expect(await seriousFindings(admin.page)).toEqual([]);

  await platform.startManager();
  await admin.connection('Live').waitFor({ timeout: 60_000 });
  await admin.page.getByText('Not up to date.').waitFor({ state: 'detached' });
  const { body: session } = await platform.create('ada');
  await admin.summary.getByText('1 of 3').waitFor();
  await platform.end(session);
});

it('reads all that it shows once more after the connection was cut', async () => {
  const admin = await openLoggedIn('/configuration');
  await platform.killManager();
  await admin.connection('Reconnecting…').waitFor();
  // Where the page does not look.
  await platform.startManager({ PORT: '0' });
  await platform.admin('PUT', '/config', { max_sessions_per_user: 4 });
  await platform.stopManager();
  await platform.startManager();
  await admin.connection('Live').waitFor({ timeout: 60_000 });
  await until(async () => (await admin.setting('Sessions per user').inputValue()) === '4');
});

it('tells an organiser what others did, and not what they did themselves', async () => {
  const one = await openLoggedIn('/configuration');
  const other = await openLoggedIn('/maintenance/pool');
  await one.setting('Sessions per user').fill('3');
  await one.page.getByRole('button', { name: /^Save/ }).click();
  await other.said('admin changed the configuration just now.').waitFor();
  await one.said(/in force|saved/i).waitFor();
  expect(await one.said('just now').count()).toBe(0);
  await platform.admin('PUT', '/pool', { target: 0 });
  await one.said('admin changed the warm pool just now.').waitFor();
});

it('says that a login has ended, and goes on where it was after the next', async () => {
  const admin = await openLoggedIn('/maintenance/pool');
  await platform.redis.client.del(await platform.redis.client.keys('auth:token:*'));
  await admin.page.getByText('Log in again to go on where you were.').waitFor();
  expect(await seriousFindings(admin.page)).toEqual([]);
  await admin.logIn();
  await admin.heading('Maintenance').waitFor();
  expect(new URL(admin.page.url()).hash).toBe('#/maintenance/pool');
  const kept = await admin.page.evaluate<number>('Object.keys(sessionStorage).length + document.cookie.length');
  expect(kept).toBe(0);
});

it('hints at Caps Lock, says a wrong password, and counts a lock-out down', async () => {
  const admin = await open();
  const password = admin.page.getByLabel('Password', { exact: true });
  await password.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });
  await admin.page.getByText('Caps Lock is on.').waitFor();
  for (let attempt = 1; attempt <= 10; attempt += 1) {
    await admin.logIn('nobody', `wrong ${attempt}`);
    await admin.page.getByText('Wrong username or password.').waitFor();
    await admin.page.getByRole('button', { name: 'Log in' }).isEnabled();
  }
  await admin.logIn('nobody', 'wrong');
  await admin.page.getByText(/Too many wrong attempts. Wait \d+ s, then try again./).waitFor();
  expect(await admin.page.getByRole('button', { name: 'Log in' }).isDisabled()).toBe(true);
  expect(await seriousFindings(admin.page)).toEqual([]);
});

it('is walked by keyboard alone: each page says its name', async () => {
  const { page, navigation, heading } = await openLoggedIn();
  const focused = () => page.evaluate<string>(`document.activeElement.textContent.trim()`);
  const back = async (to: string): Promise<void> => {
    for (let i = 0; i < 60 && (await focused()) !== to; i += 1) await page.keyboard.press('Shift+Tab');
    expect(await focused()).toBe(to);
  };
  await back('Skip to the page');
  await page.keyboard.press('Enter');
  expect(await page.evaluate<string>('document.activeElement.tagName')).toBe('MAIN');
  for (const name of SECTIONS.toReversed()) {
    const link = navigation.getByRole('link', { name, exact: true });
    await back(String(await link.textContent()));
    await page.keyboard.press('Enter');
    await heading(name).waitFor();
    await until(async () => (await focused()) === name);
    expect(await link.getAttribute('aria-current')).toBe('page');
    expect(await navigation.locator('[aria-current]').count()).toBe(1);
    expect(await page.title()).toBe(`${name} · Jarvis organisers`);
  }
});

it('remembers light or dark', async () => {
  const { page } = await openLoggedIn();
  await page.getByLabel('Colours').selectOption('Dark');
  await page.reload();
  expect(await page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
});

it.each(['light', 'dark'] as const)(
  'has no serious finding of axe on any page in its %s colours',
  async (colorScheme) => {
    const admin = await openLoggedIn('/', { colorScheme });
    for (const path of PAGES) {
      await admin.page.evaluate(`location.hash = ${JSON.stringify(path)}`);
      await admin.page.getByRole('heading', { level: 1 }).waitFor();
      expect([path, await seriousFindings(admin.page)]).toEqual([path, []]);
    }
  },
);

it('fits a phone, with large targets in its navigation', async () => {
  const admin = await openLoggedIn('/', { viewport: { width: 390, height: 844 } });
  for (const path of PAGES) {
    await admin.page.evaluate(`location.hash = ${JSON.stringify(path)}`);
    await admin.page.getByRole('heading', { level: 1 }).waitFor();
    expect(await admin.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
      0,
    );
  }
  for (const link of await admin.navigation.getByRole('link').all()) {
    const box = await link.boundingBox();
    expect(Math.min(box?.width ?? 0, box?.height ?? 0)).toBeGreaterThanOrEqual(44);
  }
});
