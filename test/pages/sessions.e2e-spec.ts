import type { Browser, BrowserContext } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { writeSessions } from '../support/session-records';
import { complaintsOf, openBrowser, openedBy, seriousFindings } from './browser';
import { SessionsPage } from './sessions-page';

const HOUR_MS = 3_600_000;

let platform: TestPlatform;
let browser: Browser;
let contexts: BrowserContext[];
let complaints: string[][];

interface Screen {
  readonly query?: string;
  readonly width?: number;
  readonly colorScheme?: 'light' | 'dark';
}

const openPage = async ({ query, width = 1_440, colorScheme = 'light' }: Screen = {}): Promise<SessionsPage> => {
  const context = await browser.newContext({ viewport: { width, height: 900 }, colorScheme });
  contexts.push(context);
  const page = await context.newPage();
  complaints.push(complaintsOf(page));
  const sessions = new SessionsPage(page);
  await sessions.open(platform.origin, query);
  return sessions;
};

const launch = async (user: string): Promise<{ session_id: string; session_token: string }> => {
  const { status, body } = await platform.create(user);
  expect(status).toBe(201);
  return body;
};
const expiryOf = async (id: string): Promise<number> =>
  Date.parse((await platform.admin('GET', `/sessions/${id}`)).body.expires_at);
const idsOf = async (): Promise<string[]> =>
  (await platform.activeSessions()).map((session: { session_id: string }) => session.session_id);

beforeAll(async () => {
  browser = await openBrowser();
});
beforeEach(() => {
  contexts = [];
  complaints = [];
});
afterEach(async () => {
  await Promise.all(contexts.map((context) => context.close()));
  await platform.stop();
  expect(complaints.flat()).toEqual([]);
});
afterAll(() => browser?.close());

describe('with 1,000 sessions', () => {
  beforeEach(async () => {
    platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '1500' });
    await writeSessions(platform, 1_000, (index) => ({
      ...(index === 499 ? { error: 'No such image' } : {}),
      ...(index < 7 ? { expiresAt: new Date(Date.now() + HOUR_MS / 2) } : {}),
      ...(index < 3 ? { status: 'creating' as const, step: 'starting' as const } : {}),
    }));
  });

  it('keeps the document small, finds as one types, sorts and filters, and keeps it all in the address', async () => {
    const sessions = await openPage();
    const { page, grid } = sessions;
    await sessions.counted('1,000 sessions');
    expect(await sessions.rows.count()).toBeLessThanOrEqual(60);
    expect(await grid.getAttribute('aria-rowcount')).toBe('1001');

    await sessions.search.fill('user-77');
    await sessions.counted('11 of 1,000 sessions');
    await sessions.search.fill('no such image');
    await sessions.counted('1 of 1,000 sessions');
    expect(await sessions.users()).toEqual(['user-500@example.org']);
    await sessions.search.fill('nobody at all');
    await page.getByText('No session matches').waitFor();
    await page.getByRole('button', { name: 'Clear the filters' }).click();
    await sessions.counted('1,000 sessions');

    await sessions.chip('Creating').click();
    await sessions.counted('3 of 1,000 sessions');
    await page.getByText('45 %').first().waitFor();
    await sessions.chip('Creating').click();
    await page.getByLabel('Expires', { exact: true }).selectOption('Within 1 hour');
    await sessions.counted('7 of 1,000 sessions');
    await page.getByLabel('Start', { exact: true }).selectOption('Warm');
    await sessions.counted('3 of 1,000 sessions');
    await sessions.head('User').getByRole('button').click();
    await sessions.head('User').getByRole('button').click();
    expect(await sessions.head('User').getAttribute('aria-sort')).toBe('descending');
    expect(await sessions.users()).toEqual(['user-6@example.org', 'user-4@example.org', 'user-2@example.org']);
    await page.waitForURL(/#\/sessions\?expires=1h&start=warm&sort=-user$/);

    const linked = await openPage({ query: '?expires=1h&start=warm&sort=-user' });
    await linked.counted('3 of 1,000 sessions');
    expect(await linked.users()).toEqual(['user-6@example.org', 'user-4@example.org', 'user-2@example.org']);
  });

  it('narrows to one user, who is found by a part of the name', async () => {
    const sessions = await openPage();
    const user = sessions.page.getByRole('combobox', { name: 'User' });
    await user.fill('USER-500@');
    await user.press('Enter');
    await sessions.counted('1 of 1,000 sessions');
    expect(await user.inputValue()).toBe('user-500@example.org');

    await user.fill('who else');
    await sessions.page.getByText('Nobody of that name has a session').waitFor();
    await user.blur();
    expect(await user.inputValue()).toBe('user-500@example.org');
    await user.fill('user-7@example.org');
    await sessions.counted('1 of 1,000 sessions');
    expect(await sessions.users()).toEqual(['user-7@example.org']);
    expect(await seriousFindings(sessions.page)).toEqual([]);
    await sessions.page.getByRole('button', { name: 'Clear the user' }).click();
    await sessions.counted('1,000 sessions');
    await user.fill('user-77');
    await user.blur();
    expect(await user.inputValue()).toBe('');
    await sessions.counted('1,000 sessions');
  });

  it('is walked by keyboard alone', async () => {
    const sessions = await openPage({ query: '?sort=user' });
    const { page } = sessions;
    const focused = () =>
      page.evaluate<string>(`document.activeElement?.getAttribute('aria-rowindex') ?? document.activeElement?.tagName`);
    await sessions.rows.first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Space');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Shift+Space');
    await sessions.counted('3 selected');
    await page.keyboard.press('End');
    await until(async () => (await focused()) === '1001');
    await page.keyboard.press('PageUp');
    await until(async () => Number(await focused()) < 1_001);
    await page.keyboard.press('Home');
    await until(async () => (await focused()) === '2');
    await page.keyboard.press('Enter');
    await sessions
      .dialog(/^user-1-example-org-/)
      .getByText('user-1@example.org')
      .first()
      .waitFor();
    await page.waitForURL(/#\/sessions\/user-1-example-org-[0-9a-f]{8}\?sort=user$/);
    await page.keyboard.press('Escape');
    await until(async () => (await focused()) === '2');
    await page.waitForURL(/#\/sessions\?sort=user$/);
    // Sorting needs no pointer either.
    await sessions.head('Session').getByRole('button').focus();
    await page.keyboard.press('Enter');
    expect(await sessions.head('Session').getAttribute('aria-sort')).toBe('ascending');
  });

  it('keeps a selection while sessions come and go, and exports it', async () => {
    const sessions = await openPage({ query: '?sort=user' });
    const { page } = sessions;
    const ids = await idsOf();
    const byNumber = (number: number) => ids.find((id) => id.startsWith(`user-${number}-`)) ?? '';
    await sessions.select(byNumber(2));
    await sessions.select(byNumber(5), ['Shift']);
    await sessions.counted('4 selected');
    await launch('zoe@example.org');
    await sessions.bar.getByText('of 1,001').waitFor();
    await sessions.counted('4 selected');

    const chosen = await sessions.download(async () => {
      await page.getByRole('button', { name: 'Export CSV' }).click();
      await page.getByRole('menuitem', { name: 'What is selected (4)' }).click();
    });
    expect(
      chosen
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[1]),
    ).toEqual([2, 3, 4, 5].map((number) => `"user-${number}@example.org"`));
    const all = await sessions.download(async () => {
      await page.getByRole('button', { name: 'Export CSV' }).click();
      await page.getByRole('menuitem', { name: 'All sessions (1,001)' }).click();
    });
    expect(all.trim().split('\n')).toHaveLength(1_002);

    await sessions.search.fill('user-10');
    await sessions.counted('4 selected');
    await page.getByRole('button', { name: 'Select all 12 shown' }).click();
    await sessions.counted('16 selected');
    await page.getByRole('button', { name: 'Clear selection' }).click();
    await sessions.counted('12 of 1,001 sessions');
  });

  it.each(['light', 'dark'] as const)('is clean for axe, %s, as a table and as cards', async (colorScheme) => {
    const wide = await openPage({ colorScheme });
    await wide.counted('1,000 sessions');
    expect(await seriousFindings(wide.page)).toEqual([]);
    const narrow = await openPage({ colorScheme, width: 390 });
    await narrow.counted('1,000 sessions');
    const cards = narrow.page.getByRole('list', { name: 'Sessions' }).getByRole('listitem');
    await cards.first().waitFor();
    expect(await cards.count()).toBeLessThanOrEqual(60);
    expect(await seriousFindings(narrow.page)).toEqual([]);
    expect(await narrow.page.evaluate<number>('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(
      0,
    );
    await narrow.page.getByRole('button', { name: 'Filters' }).click();
    await narrow.page.getByLabel('Expires', { exact: true }).selectOption('Within 1 hour');
    await narrow.counted('7 of 1,000 sessions');
    await narrow.page.getByRole('button', { name: 'Filters · 1' }).waitFor();
    expect(await seriousFindings(narrow.page)).toEqual([]);
    await narrow.page.getByLabel('Expires', { exact: true }).selectOption('Any time');
    await narrow.page.getByRole('button', { name: 'Filters' }).click();
    await narrow.search.fill('user-500@');
    await narrow.counted('1 of 1,000 sessions');
    await cards.getByRole('link', { name: 'user-500@example.org' }).click();
    await narrow
      .dialog(/^user-500-/)
      .getByText('No such image')
      .first()
      .waitFor();
    expect(await seriousFindings(narrow.page)).toEqual([]);
  });
});

it('says what to do while there is no session', async () => {
  platform = await TestPlatform.start();
  const { page } = await openPage();
  await page.getByText('No sessions yet').waitFor();
  await page.getByRole('link', { name: 'Create sessions for others' }).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('shows one session with all that belongs to it, opens it, extends it, restarts it and ends it', async () => {
  platform = await TestPlatform.start();
  const { session_id: id } = await launch('ada@example.org');
  const sessions = await openPage({ query: `/${id}` });
  const { page } = sessions;
  const details = await sessions.details(id);
  await details.getByText('backend running').waitFor();
  await details.getByText(`jarvis-${id}-data`).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await sessions.details(id, 'Logs');
  const log = details.getByRole('log', { name: 'What the backend prints' });
  await log
    .getByText(/listens/)
    .first()
    .waitFor();
  const saved = await sessions.download(() => details.getByRole('button', { name: 'Download' }).click());
  expect(saved).toMatch(/listens/);
  await details.getByRole('searchbox', { name: 'Search the log' }).fill('no line has this');
  await details.getByText(/^0 of \d+ lines?/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);

  await sessions.details(id, 'Settings');
  await details.getByLabel('Most events in total').fill('1000');
  await details.getByRole('button', { name: 'Save for this session' }).click();
  await sessions.said(/runs with its new settings/).waitFor();
  await details.getByText('Set for this session alone; the platform’s value is no limit.').waitFor();
  await details.getByText('1 of its settings is its own. Its instance has taken the newest.').waitFor();
  expect((await platform.admin('GET', `/sessions/${id}`)).body.config_overrides).toEqual({ max_events: 1_000 });
  await details.getByRole('button', { name: 'Reset Most events in total to the platform’s value' }).click();
  await details.getByText('All settings are the platform’s.').waitFor();
  expect((await platform.admin('GET', `/sessions/${id}`)).body.config_overrides).toEqual({});

  const before = await expiryOf(id);
  await details.getByRole('button', { name: 'Extend…' }).click();
  const extend = sessions.dialog('Extend the session');
  await extend.getByRole('button', { name: '12 h', exact: true }).click();
  await extend.getByRole('button', { name: 'Extend' }).click();
  await sessions.said(/now expires/).waitFor();
  expect((await expiryOf(id)) - before).toBe(12 * HOUR_MS);

  await details.getByRole('button', { name: 'Restart…' }).click();
  await sessions.dialog('Restart the containers?').getByRole('button', { name: 'Restart' }).click();
  await sessions.said(/were restarted/).waitFor();

  const instance = await openedBy(page, () => details.getByRole('button', { name: 'Open', exact: true }).click());
  await instance.waitForURL(/^http:\/\/(localhost|127\.0\.0\.1):\d+\//);
  expect(await instance.evaluate('window.opener')).toBeNull();
  await instance.close();

  await sessions.details(id, 'Audit');
  await details.getByText('extended').waitFor();
  await details.getByText('restarted').waitFor();
  await details.getByText('opened').waitFor();

  await details.getByRole('button', { name: 'Terminate…' }).click();
  const terminate = sessions.dialog('Terminate the session?');
  await terminate.getByText('ada@example.org').waitFor();
  await terminate.getByRole('button', { name: 'Terminate' }).click();
  await details.getByText('This session has ended').waitFor();
  await details.getByText(/An organiser ended it/).waitFor();
  await sessions.details(id);
  await details.getByText(`jarvis-${id}-data`).waitFor();
  expect(await idsOf()).toEqual([]);
});

it('extends and ends many at once, and names each that failed with its reason', async () => {
  platform = await TestPlatform.start();
  const launched = [await launch('ada'), await launch('bob'), await launch('cyd')];
  const [, bob] = launched;
  if (!bob) throw new Error('Nobody was launched.');
  const sessions = await openPage();
  const { page } = sessions;
  await page.getByRole('checkbox', { name: 'Select all 3 shown' }).click();
  await sessions.counted('3 selected');
  const before = await Promise.all(launched.map(({ session_id }) => expiryOf(session_id)));
  await sessions.bar.getByRole('button', { name: 'Extend…' }).click();
  const extend = sessions.dialog('Extend the sessions');
  await extend.getByRole('button', { name: '4 h', exact: true }).click();
  await extend.getByRole('button', { name: 'Extend 3 sessions' }).click();
  const report = sessions.dialog('Operation on many sessions');
  await report.getByText('3 extended, 0 failed.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();
  const after = await Promise.all(launched.map(({ session_id }) => expiryOf(session_id)));
  expect(after.map((at, index) => at - (before[index] ?? 0))).toEqual([4, 4, 4].map((hours) => hours * HOUR_MS));

  await sessions.bar.getByRole('button', { name: 'Terminate…' }).click();
  const terminate = sessions.dialog('Terminate 3 sessions?');
  await terminate.getByText('ada, bob, cyd').waitFor();
  await platform.end(bob);
  await until(async () => !(await idsOf()).includes(bob.session_id));
  await terminate.getByRole('button', { name: 'Terminate 3 sessions' }).click();
  await report.getByText('2 terminated, 1 failed.').waitFor();
  await report
    .getByRole('row', { name: new RegExp(bob.session_id) })
    .getByText(/ended/)
    .waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();
  await until(async () => (await idsOf()).length === 0);

  await page.getByRole('button', { name: 'Operations' }).click();
  await page.getByRole('button', { name: /Terminating 3 sessions/ }).click();
  await report.getByText('2 terminated, 1 failed.').waitFor();
});

it('wants the number typed before it ends more than ten', async () => {
  platform = await TestPlatform.start();
  await writeSessions(platform, 12);
  const sessions = await openPage();
  await sessions.page.getByRole('checkbox', { name: 'Select all 12 shown' }).click();
  await sessions.bar.getByRole('button', { name: 'Terminate…' }).click();
  const terminate = sessions.dialog('Terminate 12 sessions?');
  const confirm = terminate.getByRole('button', { name: 'Terminate 12 sessions' });
  expect(await confirm.isDisabled()).toBe(true);
  await terminate.getByLabel('Type 12 to confirm').fill('12');
  expect(await confirm.isEnabled()).toBe(true);
});
