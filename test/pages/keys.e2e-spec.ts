import type { Browser } from 'playwright-core';
import { sendRoster } from '../admin/roster-links';
import { TestPlatform, until, type Answer } from '../support/platform';
import { exchange, organiser } from '../support/rotation';
import { openBrowser, seriousFindings } from './browser';
import type { LandingPage } from './landing-page';
import { SessionsPage } from './sessions-page';
import { Visitors } from './visitors';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;

const visit = (address = platform.origin, width?: number) => visitors.visit(address, width);
const memory = ({ page }: LandingPage) =>
  page.evaluate<Record<string, string>>(
    `({ session_id: localStorage.getItem('jarvis_session_id'), session_token: localStorage.getItem('jarvis_session_token'), exchange: localStorage.getItem('jarvis_exchange') })`,
  );
const question = ({ page }: LandingPage) => page.getByRole('dialog', { name: 'Exchange the keys of your instance?' });
const ask = ({ page }: LandingPage) => page.getByRole('button', { name: 'New keys' }).click();
const confirm = (landing: LandingPage) => question(landing).getByRole('button', { name: 'Exchange keys' }).click();
const read = ({ session_id: id, session_token: token }: Record<string, string>) =>
  platform.get(`/api/sessions/${id}`, token);
const active = async () => (await platform.admin('GET', '/sessions/active')).body.sessions as Answer['body'][];
const ROTATION = '**/rotate-keys';

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser);
  platform = await TestPlatform.start();
});
afterEach(async () => {
  const complaints = await visitors.leave();
  for (const { session_id: id } of await active()) await platform.admin('DELETE', `/sessions/${id}`);
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it.each([1_280, 390])('exchanges the keys for whoever confirms it, on a page %i wide', async (width) => {
  const ada = await visit(platform.origin, width);
  await ada.launch();
  const [old, url] = [await memory(ada), await ada.instanceUrl()];
  await ask(ada);
  await question(ada).getByText('what it is sending stops').waitFor();
  expect(await seriousFindings(ada.page)).toEqual([]);
  await question(ada).getByRole('button', { name: 'Keep the old ones' }).click();
  expect((await read(old)).status).toBe(200);
  await ask(ada);
  await confirm(ada);
  await ada.progress.waitFor();
  await ada.openLink.waitFor();
  const now = await memory(ada);
  expect([now['session_id'], now['exchange']]).toEqual([old['session_id'], null]);
  expect([(await read(old)).status, (await read(now)).status]).toEqual([404, 200]);
  expect(await ada.instanceUrl()).not.toBe(url);
  expect(await ada.page.getByText('Opening it here').isVisible()).toBe(false);
  await ada.page.reload();
  await ada.openLink.waitFor();
  await ada.page.goto(await ada.instanceUrl());
  await ada.page.getByText('Tech Summit').or(ada.page.getByText('Jarvis')).first().waitFor();
});

it.each(['before the request was sent', 'before its answer came'])(
  'goes on with an exchange where the page was left %s',
  async (when) => {
    const ben = await visit();
    await ben.launch();
    const old = await memory(ben);
    await ben.page.route(ROTATION, async (route) => {
      if (when !== 'before the request was sent') await route.fetch();
      await route.abort('connectionaborted');
    });
    await ask(ben);
    await confirm(ben);
    await ben.page.getByText('The server cannot be reached').waitFor();
    expect((await memory(ben))['exchange']).not.toBeNull();
    await ben.page.unroute(ROTATION);
    await ben.page.reload();
    await ben.openLink.waitFor();
    const now = await memory(ben);
    expect(now['exchange']).toBeNull();
    expect([(await read(old)).status, (await read(now)).status]).toEqual([404, 200]);
  },
);

it('takes the new keys into the other tab, also where that one looked while they were exchanged', async () => {
  const cid = await visit();
  await cid.launch();
  const tab = await cid.page.context().newPage();
  await tab.goto(platform.origin);
  await tab.getByRole('link', { name: 'Open your instance' }).waitFor();
  const old = await memory(cid);
  await cid.page.route(ROTATION, async (route) => {
    const response = await route.fetch();
    await tab.reload();
    await route.fulfill({ response });
  });
  await ask(cid);
  await confirm(cid);
  await until(async () => (await memory(cid))['session_token'] !== old['session_token']);
  await cid.openLink.waitFor();
  await until(async () => {
    const href = await tab.getByRole('link', { name: 'Open your instance' }).getAttribute('href');
    return href === (await cid.instanceUrl());
  });
  expect((await read(old)).status).toBe(404);
  expect((await read(await memory(cid))).status).toBe(200);
});

it('says so where somebody else was first', async () => {
  const [entry] = (await sendRoster(platform, 'create', 'dan')).body.entries as Answer['body'][];
  const dan = await visit(entry.link);
  await dan.openLink.waitFor();
  await dan.page.getByRole('button', { name: 'Stay on this page' }).click();
  await dan.page.route(ROTATION, async (route) => {
    await exchange(platform, (await memory(dan)) as never, organiser);
    await route.continue();
  });
  await ask(dan);
  await confirm(dan);
  await dan.title('Somebody else has exchanged the keys').waitFor();
  const late = await visit(entry.link);
  await late.title('This link opens nothing any more').waitFor();
});

it('lets organisers exchange the keys of a session, and shows them its new link once', async () => {
  const eve = await visit();
  await eve.launch({ userId: 'eve' });
  const old = await memory(eve);
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
  const sessions = new SessionsPage(await context.newPage());
  await sessions.open(platform.origin, `/${old['session_id']}`);
  const details = await sessions.details(old['session_id']!);
  await details.getByRole('button', { name: 'New keys…' }).click();
  const dialog = sessions.dialog('New keys');
  await dialog.getByText('what is sent meanwhile stops').waitFor();
  expect(await seriousFindings(sessions.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Exchange keys' }).click();
  const link = await dialog.getByRole('textbox', { name: 'New link' }).inputValue();
  expect(await seriousFindings(sessions.page)).toEqual([]);
  await dialog.getByRole('button', { name: 'Copy link' }).waitFor();
  await dialog.getByRole('button', { name: 'Done' }).click();
  await dialog.waitFor({ state: 'hidden' });
  expect(await sessions.page.content()).not.toContain(new URL(link).hash);
  await sessions.details(old['session_id']!, 'Audit');
  await details.getByText('exchanged keys').waitFor();
  await context.close();

  expect((await read(old)).status).toBe(404);
  await eve.title('No instance to return to').waitFor({ timeout: 60_000 });
  const again = await visit(link);
  await again.openLink.waitFor();
  expect((await memory(again))['session_id']).toBe(old['session_id']);
});
