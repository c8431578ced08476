import type { Browser } from 'playwright-core';
import { TestPlatform, until } from '../support/platform';
import { openBrowser, seriousFindings } from './browser';
import { ROTATION, ask, confirm, linkFor, memory } from './keys-page';
import type { LandingPage } from './landing-page';
import { Visitors } from './visitors';

let platform: TestPlatform;
let browser: Browser;
let visitors: Visitors;

const visit = (address = platform.origin, width?: number) => visitors.visit(address, width);
const read = ({ session_id: id, session_token: token }: Record<string, string>) =>
  platform.get(`/api/sessions/${id}`, token);
const linkQuestion = ({ page }: LandingPage) =>
  page.getByRole('dialog', { name: 'Open the instance of this link, or keep yours?' });

/** Confirms an exchange that the page gets no answer to, until its route is taken away: `lost` if it reaches the server, or else `unsent`. */
const exchangeInVain = async (landing: LandingPage, how: 'lost' | 'unsent') => {
  await landing.page.route(ROTATION, async (route) => {
    if (how === 'lost') await route.fetch();
    await route.abort('connectionaborted');
  });
  await ask(landing);
  await confirm(landing);
  await landing.page.getByText('The server cannot be reached').waitFor();
  expect((await memory(landing))['rotation']).not.toBeNull();
};
/** Has the page believe that its exchange was begun an hour ago. */
const age = ({ page }: LandingPage) =>
  page.evaluate(`{
    const pending = JSON.parse(localStorage.getItem('jarvis_rotation'));
    localStorage.setItem('jarvis_rotation', JSON.stringify({ ...pending, at: pending.at - 3_600_000 }));
  }`);
const tryNow = ({ page }: LandingPage) => page.getByRole('button', { name: 'Try now' }).click();
/** Answers each exchange with a problem. */
const refuse = ({ page }: LandingPage, code: string) =>
  page.route(ROTATION, (route) =>
    route.fulfill({
      status: 503,
      contentType: 'application/problem+json',
      headers: { 'retry-after': '60' },
      json: { title: 'Away', status: 503, detail: 'What it needs is away.', code },
    }),
  );
const follow = ({ page }: LandingPage, link: string) => page.evaluate(`location.href = ${JSON.stringify(link)}`);

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

it.each(['unsent', 'lost'] as const)('goes on with an exchange that was %s when the page was left', async (how) => {
  const ben = await visit();
  await ben.launch();
  const old = await memory(ben);
  await exchangeInVain(ben, how);
  await ben.page.unroute(ROTATION);
  await ben.page.reload();
  await ben.openLink.waitFor();
  const now = await memory(ben);
  expect(now['rotation']).toBeNull();
  expect([(await read(old)).status, (await read(now)).status]).toEqual([404, 200]);
});

it('lets an exchange be that nobody has answered for an hour, and shows the instance as it is', async () => {
  const fay = await visit();
  await fay.launch();
  const old = await memory(fay);
  await exchangeInVain(fay, 'unsent');
  await age(fay);
  await tryNow(fay);
  await fay.openLink.waitFor();
  await fay.page.unroute(ROTATION);
  await fay.page.reload();
  await fay.openLink.waitFor();
  expect((await read(old)).status).toBe(200);
  await ask(fay);
  await confirm(fay);
  await until(async () => (await memory(fay))['session_token'] !== old['session_token']);
  await fay.openLink.waitFor();
});

it('says that keys are not known any more where the answer was lost for an hour, not that somebody else has them', async () => {
  const gil = await visit();
  await gil.launch();
  await exchangeInVain(gil, 'lost');
  await age(gil);
  await gil.page.unroute(ROTATION);
  await gil.page.reload();
  await gil.title('No instance to return to').waitFor();
});

it('asks before a link takes the place of an instance whose keys are being exchanged, and then exchanges them no more', async () => {
  const other = await linkFor(platform, 'made-for-hal');
  const hal = await visit();
  await hal.launch({ userId: 'hal' });
  const own = await memory(hal);
  await exchangeInVain(hal, 'unsent');
  await follow(hal, other.link);
  await linkQuestion(hal).getByRole('button', { name: 'Keep mine' }).click();
  await hal.page.getByText('The server cannot be reached').waitFor();
  await follow(hal, other.link);
  await linkQuestion(hal).getByRole('button', { name: 'Open the link’s' }).click();
  await hal.openLink.waitFor();
  await hal.page.unroute(ROTATION);
  expect(await memory(hal)).toMatchObject({ session_id: other.session_id, rotation: null });
  await hal.page.getByRole('button', { name: 'Stay on this page' }).click();
  await hal.end();
  await hal.title('Your instance has ended').waitFor();
  await hal.page.reload();
  await hal.launchButton.waitFor();
  expect((await read(own)).status).toBe(200);
});

it('goes on with an exchange where the link of the old keys is opened once more', async () => {
  const entry = await linkFor(platform, 'ivy');
  const ivy = await visit(entry.link);
  await ivy.openLink.waitFor();
  await ivy.page.getByRole('button', { name: 'Stay on this page' }).click();
  const old = await memory(ivy);
  await exchangeInVain(ivy, 'unsent');
  await ivy.page.unroute(ROTATION);
  await follow(ivy, entry.link);
  await until(async () => (await memory(ivy))['session_token'] !== old['session_token']);
  await ivy.openLink.waitFor();
  expect([(await read(old)).status, (await read(await memory(ivy))).status]).toEqual([404, 200]);
});

it.each([1_280, 390])('says that nothing was exchanged where the engine is away, on a page %i wide', async (width) => {
  const jan = await visit(platform.origin, width);
  await jan.launch();
  const old = await memory(jan);
  await refuse(jan, 'engine_unavailable');
  await ask(jan);
  await confirm(jan);
  await jan.page.getByText('Your keys were not exchanged, the old ones still hold. What it needs is away.').waitFor();
  await jan.openLink.waitFor();
  expect(await seriousFindings(jan.page)).toEqual([]);
  await jan.page.unroute(ROTATION);
  await jan.page.reload();
  await jan.openLink.waitFor();
  expect(await memory(jan)).toEqual({ ...old, rotation: null });
  expect((await read(old)).status).toBe(200);
});

it('says how long to wait where the keys were exchanged a moment ago', async () => {
  const joan = await visit();
  await joan.launch();
  await ask(joan);
  await confirm(joan);
  await joan.openLink.waitFor();
  await ask(joan);
  await confirm(joan);
  await joan.page.getByText(/^Your keys were not exchanged, the old ones still hold\. Wait \d+ seconds/).waitFor();
  await joan.openLink.waitFor();
  expect((await memory(joan))['rotation']).toBeNull();
});

it('tries on where the platform’s memory is away', async () => {
  const kim = await visit();
  await kim.launch();
  const old = await memory(kim);
  await refuse(kim, 'redis_unavailable');
  await ask(kim);
  await confirm(kim);
  await kim.page.getByText('The platform is not ready at the moment').waitFor();
  await kim.page.unroute(ROTATION);
  await tryNow(kim);
  await until(async () => (await memory(kim))['session_token'] !== old['session_token']);
  await kim.openLink.waitFor();
  expect((await read(old)).status).toBe(404);
});
