import type { Browser } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { exchange, organiser } from '../support/rotation';
import { loseAnswer, openBrowser, seriousFindings } from './browser';
import { ROTATION, ask, confirm, linkFor, memory, question } from './keys-page';
import { SessionsPage } from './sessions-page';
import { Visitors } from './visitors';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;

const visit = (address = platform.origin, width?: number) => visitors.visit(address, width);
const read = ({ session_id: id, session_token: token }: Record<string, string>) =>
  platform.get(`/api/sessions/${id}`, token);
const CONFIG = '**/api/admin/config';
const tokenOf = (link: string) => new URLSearchParams(new URL(link).hash.slice(1)).get('token')!;

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser);
  platform = await TestPlatform.start();
});
afterEach(async () => {
  const complaints = await visitors.leave();
  await platform.endSessions();
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
  expect([now['session_id'], now['rotation']]).toEqual([old['session_id'], null]);
  expect([(await read(old)).status, (await read(now)).status]).toEqual([404, 200]);
  expect(await ada.instanceUrl()).not.toBe(url);
  expect(await ada.page.getByText('Opening it here').isVisible()).toBe(false);
  await ada.page.reload();
  await ada.openLink.waitFor();
  await ada.page.goto(await ada.instanceUrl());
  await ada.page.getByText('Tech Summit').or(ada.page.getByText('Jarvis')).first().waitFor();
});

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
  const entry = await linkFor(platform, 'dan');
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

const openConsole = async () => {
  const context = await browser.newContext({ viewport: { width: 1_280, height: 900 } });
  return new SessionsPage(await context.newPage());
};
const askAsOrganiser = async (sessions: SessionsPage, id: string) => {
  await sessions.open(platform.origin, `/${id}`);
  const details = await sessions.details(id);
  await details.getByRole('button', { name: 'New keys…' }).click();
  return { details, dialog: sessions.dialog('New keys') };
};

it('lets organisers exchange the keys of a session, and shows them its new link once', async () => {
  const eve = await visit();
  await eve.launch({ userId: 'eve' });
  const old = await memory(eve);
  const sessions = await openConsole();
  const { dialog, details } = await askAsOrganiser(sessions, old['session_id']!);
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
  await sessions.page.context().close();

  expect((await read(old)).status).toBe(404);
  await eve.title('No instance to return to').waitFor({ timeout: 60_000 });
  const again = await visit(link);
  await again.openLink.waitFor();
  expect((await memory(again))['session_id']).toBe(old['session_id']);
});

it('gives organisers the same new link where the answer to the exchange was lost', async () => {
  const kay = await linkFor(platform, 'kay');
  const sessions = await openConsole();
  const lost = await loseAnswer(sessions.page, ROTATION);
  const { dialog } = await askAsOrganiser(sessions, kay.session_id);
  await dialog.getByRole('button', { name: 'Exchange keys' }).click();
  await sessions.said(/cannot be reached/).waitFor();
  await dialog.getByRole('button', { name: 'Exchange keys' }).click();
  const link = await dialog.getByRole('textbox', { name: 'New link' }).inputValue();
  await sessions.page.context().close();
  expect(lost()).toBe(1);
  expect((await read({ session_id: kay.session_id, session_token: tokenOf(link) })).status).toBe(200);
  const { body } = await platform.admin('GET', '/audit?limit=100');
  const exchanges = body.entries.filter(
    ({ action, target }: Record<string, string>) => action === 'exchanged keys' && target === kay.session_id,
  );
  expect(exchanges).toHaveLength(1);
});

it('gives organisers a link at the platform’s public address, and exchanges nothing where that is not known', async () => {
  const lea = await linkFor(platform, 'lea');
  const old = { session_id: lea.session_id, session_token: tokenOf(lea.link) };
  const sessions = await openConsole();
  await sessions.page.route(CONFIG, (route) => route.abort('connectionaborted'));
  const { dialog } = await askAsOrganiser(sessions, lea.session_id);
  await dialog.getByRole('button', { name: 'Exchange keys' }).click();
  await sessions.said(/cannot be reached/).waitFor();
  expect((await read(old)).status).toBe(200);
  await sessions.page.unroute(CONFIG);
  await sessions.page.route(CONFIG, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), public_url: 'https://jarvis.example' } });
  });
  await dialog.getByRole('button', { name: 'Exchange keys' }).click();
  const link = await dialog.getByRole('textbox', { name: 'New link' }).inputValue();
  await sessions.page.context().close();
  expect(new URL(link).origin).toBe('https://jarvis.example');
  expect((await read({ ...old, session_token: tokenOf(link) })).status).toBe(200);
  expect((await read(old)).status).toBe(404);
});
