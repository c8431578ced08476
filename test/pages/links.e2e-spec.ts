import type { Browser } from 'playwright-core';
import { reserve, sendRoster } from '../admin/roster-links';
import { TestPlatform, until, type Answer } from '../support/platform';
import { openBrowser, seriousFindings } from './browser';
import { LandingPage } from './landing-page';
import { Visitors } from './visitors';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;

const visit = (address = platform.origin, width?: number) => visitors.visit(address, width);
const follow = (landing: LandingPage, link: string) => landing.page.evaluate(`location.href = ${JSON.stringify(link)}`);
const addressOf = ({ page }: LandingPage) => page.evaluate<string>('location.href');
const sessionOf = ({ page }: LandingPage) => page.evaluate<string | null>(`localStorage.getItem('jarvis_session_id')`);
const stay = ({ page }: LandingPage) => page.getByRole('button', { name: 'Stay on this page' }).click();
const question = ({ page }: LandingPage) =>
  page.getByRole('dialog', { name: 'Open the instance of this link, or keep yours?' });
const create = async (users: string) => (await sendRoster(platform, 'create', users)).body.entries as Answer['body'][];
const active = () => platform.activeSessions();

beforeAll(async () => {
  browser = await openBrowser();
  visitors = new Visitors(browser);
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '4' });
});
afterEach(async () => {
  const complaints = await visitors.leave();
  for (const { session_id: id } of await active()) await platform.admin('DELETE', `/sessions/${id}`);
  for (const { reservation_id: id } of (await platform.admin('GET', '/reservations')).body.reservations)
    await platform.admin('DELETE', `/reservations/${id}`);
  await platform.admin('PUT', '/config', { max_sessions: 4 });
  expect(complaints).toEqual([]);
});
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

it('opens the instance of a link, keeps it over a reload, and takes the link out of the address bar', async () => {
  const [entry] = await create('ada');
  const ada = await visit(entry.link);
  await ada.openLink.waitFor();
  await stay(ada);
  expect(await addressOf(ada)).toBe(`${platform.origin}/`);
  expect(await seriousFindings(ada.page)).toEqual([]);
  await ada.page.reload();
  await ada.openLink.waitFor();
  expect(await sessionOf(ada)).toBe(entry.session_id);
  await ada.page.goto(await ada.instanceUrl());
  await ada.page.getByText('ada').first().waitFor();
});

it('turns a kept place into an instance when its link is opened, the same one for whoever opens it again', async () => {
  const [kept] = await reserve(platform, ['ben']);
  const ben = await visit(kept!.entry.link, 390);
  await ben.openLink.waitFor({ timeout: 60_000 });
  await stay(ben);
  expect(await addressOf(ben)).toBe(`${platform.origin}/`);
  const other = await visit(kept!.entry.link);
  await other.openLink.waitFor();
  expect(await sessionOf(other)).toBe(await sessionOf(ben));
  expect((await active()).map(({ user_id: user }) => user)).toEqual(['ben']);
  await stay(other);
  await other.end();
  await other.title('Your instance has ended').waitFor();
  const late = await visit(kept!.entry.link);
  await late.title('Your instance has ended').waitFor();
});

it('finishes a claim that a reload cut short', async () => {
  const [kept] = await reserve(platform, ['carl']);
  const carl = await visit();
  await carl.launchButton.waitFor();
  await carl.page.route('**/api/reservations/claim', (route) => route.abort('connectionaborted'));
  await follow(carl, kept!.entry.link);
  await carl.page.getByText('The server cannot be reached. This page keeps trying.').waitFor();
  await carl.page.unroute('**/api/reservations/claim');
  await carl.page.reload();
  await carl.openLink.waitFor({ timeout: 60_000 });
  expect((await active()).length).toBe(1);
});

it('says clearly that a cancelled link opens nothing, and lets launch another instance', async () => {
  const [kept] = await reserve(platform, ['dora']);
  await platform.admin('DELETE', `/reservations/${kept!.id}`);
  const dora = await visit(kept!.entry.link);
  await dora.title('This link opens nothing any more').waitFor();
  await dora.page.getByText('Ask an organiser for a new one, or launch an instance of your own.').waitFor();
  expect(await seriousFindings(dora.page)).toEqual([]);
  expect(await addressOf(dora)).toBe(`${platform.origin}/`);
  await dora.page.getByRole('button', { name: 'Launch a new instance' }).click();
  await dora.openLink.waitFor({ timeout: 60_000 });
  const mangled = await visit(`${platform.origin}/#session=nobody-00000000&token=caf%C3%A9%E2%86%92`);
  await mangled.title('This link opens nothing any more').waitFor();
});

it('asks whoever has an instance already, and loses neither in silence', async () => {
  const eve = await visit();
  await eve.launch({ userId: 'eve' });
  const own = await sessionOf(eve);
  const [made] = await create('made-for-eve');
  await follow(eve, made.link);
  await question(eve).waitFor();
  expect(await seriousFindings(eve.page)).toEqual([]);
  await eve.page.getByRole('button', { name: 'Keep mine' }).click();
  await eve.openLink.waitFor();
  expect(await sessionOf(eve)).toBe(own);
  await follow(eve, made.link);
  await eve.page.getByRole('button', { name: 'Open the link’s' }).click();
  await until(async () => (await sessionOf(eve)) === made.session_id);
  await eve.openLink.waitFor();
  await stay(eve);
  // A dead link leads back to the instance.
  await follow(eve, `${platform.origin}/#reservation=${'x'.repeat(43)}`);
  await question(eve).getByRole('button', { name: 'Open the link’s' }).click();
  await eve.title('This link opens nothing any more').waitFor();
  await eve.page.getByRole('button', { name: 'Show my instance' }).click();
  await eve.openLink.waitFor();
  expect((await active()).length).toBe(2);
});

it('keeps trying for whoever agrees where the cap was lowered meanwhile', async () => {
  const [kept] = await reserve(platform, ['fay']);
  await platform.admin('PUT', '/config', { max_sessions: 0 });
  const fay = await visit(kept!.entry.link);
  await fay.title('Every instance is in use').waitFor();
  await platform.admin('PUT', '/config', { max_sessions: 4 });
  await fay.page.getByRole('button', { name: 'Try now' }).click();
  await fay.openLink.waitFor({ timeout: 60_000 });
});
