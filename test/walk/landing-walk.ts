import type { Browser } from 'playwright-core';
import { reserve } from '../admin/roster-links';
import { openedBy } from '../pages/browser';
import { LandingPage } from '../pages/landing-page';
import { Visitors } from '../pages/visitors';
import { until } from '../support/platform';
import type { Place } from './place';

const CODE = 'K7QM-4XWD';

/**
 * All that the landing page does for people: a launch with the event's code, a message, a longer life, a second tab, an end; the line and
 * one's turn; the link of a reserved place; and a session manager that goes and comes back. Answers what the pages complained of.
 */
export async function landingWalk(browser: Browser, place: Place): Promise<string[]> {
  const visitors = new Visitors(browser);
  await place.platform.admin('PUT', '/config', { event_access_code: CODE });
  const ada = await launchByCode(visitors, place);
  await readMessage(ada, place);
  await useInstance(ada);
  const carl = await claimPlace(visitors, place);
  await takeTurn(visitors, place, ada);
  await stayThroughRestart(carl, place);
  return visitors.leave();
}

async function launchByCode(visitors: Visitors, { origin }: Place): Promise<LandingPage> {
  const ada = await visitors.visit(`${origin}/#code=wrong-code`);
  await ada.codeField.waitFor();
  await ada.launchButton.click();
  await ada.page.getByText('This is not the code of this event.').waitFor();
  await ada.codeField.fill(CODE);
  await ada.launch({ userId: 'ada@example.org' });
  return ada;
}

async function readMessage({ page }: LandingPage, { platform }: Place): Promise<void> {
  const { body } = await platform.admin('POST', '/messages', { text: 'Lunch is served.' });
  await page.getByText('Lunch is served.').waitFor({ timeout: 12_000 });
  await platform.admin('DELETE', `/messages/${body.message_id}`);
}

/** Opens the instance, extends it, and finds it in another tab. */
async function useInstance(ada: LandingPage): Promise<void> {
  const instance = await openedBy(ada.page, () => ada.openLink.click());
  await instance.getByRole('button', { name: 'Send events' }).waitFor();
  expect(new URL(instance.url()).protocol).toBe('https:');
  await instance.close();
  const before = await ada.page.locator('#expires-at').getAttribute('datetime');
  await ada.extend();
  await until(async () => (await ada.page.locator('#expires-at').getAttribute('datetime')) !== before);
  const tab = new LandingPage(await ada.page.context().newPage());
  await tab.open(new URL('/', ada.page.url()).href);
  await tab.openLink.waitFor();
  expect(await tab.instanceUrl()).toBe(await ada.instanceUrl());
  await tab.page.close();
}

async function claimPlace(visitors: Visitors, { origin, platform }: Place): Promise<LandingPage> {
  const [kept] = await reserve(platform, ['carl@example.org']);
  expect(kept!.entry.link).toMatch(`${origin}/#reservation=`);
  const carl = await visitors.visit(kept!.entry.link);
  await carl.openLink.waitFor({ timeout: 60_000 });
  await carl.page.getByRole('button', { name: 'Stay on this page' }).click();
  expect(await carl.page.evaluate('location.href')).toBe(`${origin}/`);
  return carl;
}

/** Somebody waits until another's instance ends, and has one then. */
async function takeTurn(visitors: Visitors, place: Place, ada: LandingPage): Promise<void> {
  const { length: running } = await place.platform.activeSessions();
  await place.platform.admin('PUT', '/config', { max_sessions: running });
  const ben = await visitors.visit(`${place.origin}/#code=${CODE}`);
  await ben.codeField.waitFor();
  await ben.launchButton.click();
  await ben.place(1).waitFor();
  await ben.page.reload();
  await ben.place(1).waitFor();
  await ada.end();
  await ada.title('Your instance has ended').waitFor();
  await ben.openLink.waitFor({ timeout: 60_000 });
  await place.platform.admin('PUT', '/config', { reset: ['max_sessions', 'event_access_code'] });
}

/** The gateway says that the platform is away, and the page comes back by itself. */
async function stayThroughRestart({ page }: LandingPage, { origin, platform }: Place): Promise<void> {
  const { port } = new URL(platform.origin);
  await platform.stopManager();
  await page.goto(origin);
  await page.getByRole('heading', { name: 'Jarvis will be back in a moment' }).waitFor();
  await platform.startManager({ PORT: port });
  await new LandingPage(page).openLink.waitFor({ timeout: 30_000 });
}
