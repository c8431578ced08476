import type { Browser, Page } from 'playwright-core';
import type { AdminPage } from '../pages/admin-page';
import { openedBy } from '../pages/browser';
import { Organisers } from '../pages/organisers';
import { SessionsPage } from '../pages/sessions-page';
import type { Place } from './place';

const CODE = 'K7QM-4XWD';

/**
 * All pages of the console, by an organiser who is told of everything as it happens: dashboard, sessions, one session, many at once, roster,
 * configuration with the access code, messages, pool, upkeep, audit, log-out. Answers what the page complained of.
 */
export async function consoleWalk(browser: Browser, place: Place): Promise<readonly string[]> {
  const organisers = new Organisers(browser, place);
  const admin = await organisers.open('/');
  await seeLaunch(admin, place);
  await workOnSession(admin, place);
  await workOnMany(admin, place);
  await sendRosterBy(admin, place);
  await configure(admin, place);
  await upkeep(admin);
  await admin.logOut();
  await admin.page.getByText('You are logged out.').waitFor();
  await organisers.close();
  return organisers.complaints;
}

async function seeLaunch(admin: AdminPage, { platform }: Place): Promise<void> {
  await admin.summary.getByText(/^0 of \d+$/).waitFor();
  await platform.create('grace@example.org');
  await admin.summary.getByText(/^1 of \d+$/).waitFor();
}

async function workOnSession(admin: AdminPage, place: Place): Promise<void> {
  const { page } = admin;
  const [session] = await place.platform.activeSessions();
  const id = session!.session_id;
  await admin.sessions();
  await admin.row(id).getByText('2 running').waitFor();
  await admin.details(id);
  const sessions = new SessionsPage(page);
  const details = await sessions.details(id, 'Logs');
  const log = details.getByRole('log', { name: 'What the backend prints' });
  await log
    .getByText(/listens/)
    .first()
    .waitFor();
  expect(await sessions.download(() => details.getByRole('button', { name: 'Download' }).click())).toMatch(/listens/);
  await sessions.details(id, 'Usage');
  await details.getByRole('figure', { name: 'CPU, of one processor' }).waitFor();
  await sessions.details(id, 'Settings');
  await details.getByLabel('Most events in total').fill('1000');
  await details.getByRole('button', { name: 'Save for this session' }).click();
  await sessions.said(/runs with its new settings/).waitFor();

  const instance = await openedBy(page, () => details.getByRole('button', { name: 'Open', exact: true }).click());
  await instance.getByRole('button', { name: 'Send events' }).waitFor();
  expect(instance.url()).not.toContain(place.platform.origin);
  await instance.close();

  await details.getByRole('button', { name: 'Restart…' }).click();
  await sessions.dialog('Restart the containers?').getByRole('button', { name: 'Restart' }).click();
  await sessions.said(/were restarted/).waitFor({ timeout: 60_000 });
  await sessions.details(id, 'Audit');
  for (const act of ['opened', 'restarted']) await details.getByText(act).waitFor();
  await details.getByRole('button', { name: 'Close details' }).click();
}

/** An operation on many sessions, with its progress and its report. */
async function workOnMany(admin: AdminPage, { platform }: Place): Promise<void> {
  const sessions = new SessionsPage(admin.page);
  const { body } = await platform.create('lin@example.org');
  await admin.row(body.session_id).waitFor();
  await admin.page.getByRole('checkbox', { name: 'Select all 2 shown' }).click();
  await sessions.bar.getByRole('button', { name: 'Extend…' }).click();
  await sessions.dialog('Extend the sessions').getByRole('button', { name: 'Extend 2 sessions' }).click();
  const report = sessions.dialog('Operation on many sessions');
  await report.getByText('2 extended, 0 failed.').waitFor();
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();
  expect(await sessions.download(() => exportCsv(admin.page))).toContain('lin@example.org');
  await sessions.bar.getByRole('button', { name: 'Terminate…' }).click();
  await sessions.dialog('Terminate 2 sessions?').getByRole('button', { name: 'Terminate 2 sessions' }).click();
  await report.getByText('2 terminated, 0 failed.').waitFor();
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();
}

async function exportCsv(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Export CSV' }).click();
  await page.getByRole('menuitem', { name: /^All sessions/ }).click();
}

/** A roster, whose link opens the landing page at its public address. */
async function sendRosterBy(admin: AdminPage, { origin }: Place): Promise<void> {
  const { page } = admin;
  await admin.create();
  await page.getByRole('tab', { name: 'Roster' }).click();
  await page.getByLabel('People, as CSV').fill('user_id,hours\nmaya@example.org,8\nnoor@example.org,soon\n');
  await page.getByText('1 row understood, 1 bad one').waitFor();
  await page.getByLabel('Skip bad rows').check();
  await page.getByRole('button', { name: 'Reserve 1 place' }).click();
  const row = page.getByRole('table', { name: 'Links' }).getByRole('row').filter({ hasText: 'maya@example.org' });
  expect(await row.locator('.link-text').textContent()).toMatch(`${origin}/#reservation=`);
  const links = new SessionsPage(page).download(() => page.getByRole('button', { name: 'Download as CSV' }).click());
  expect(await links).toContain(`${origin}/#reservation=`);
  await page.getByRole('button', { name: 'Give up the place of maya@example.org' }).first().click();
  await admin.dialog('Give this place up?').getByRole('button', { name: 'Give it up' }).click();
  await admin.said(/is free again/).waitFor();
}

/** Settings and the access code, whose link begins with the public address. */
async function configure(admin: AdminPage, { origin, platform }: Place): Promise<void> {
  const { page } = admin;
  await admin.settings();
  await admin.save('Sessions at once', 5);
  await admin.said('Settings saved. They are in force.').waitFor();
  await page.getByRole('textbox', { name: 'Access code' }).fill(CODE);
  await page.getByRole('button', { name: 'Save settings' }).click();
  await page.getByText(`${origin}/#code=${CODE}`).waitFor();
  // The same for an organiser who reaches the session manager itself.
  const { event_access_code: code, public_url: address } = (await platform.admin('GET', '/config')).body;
  expect([code, address]).toEqual([CODE, origin]);
  await platform.admin('PUT', '/config', { reset: ['max_sessions', 'event_access_code'] });
  await page.getByRole('region', { name: 'History' }).getByText('Sessions at once: 5 → 6').waitFor();
}

async function upkeep(admin: AdminPage): Promise<void> {
  const { page } = admin;
  await admin.maintenance('messages');
  await page.getByLabel('Text').fill('Lunch is served.');
  await page.getByRole('button', { name: 'Send to all attendees' }).click();
  await page.getByRole('button', { name: 'Take back: Lunch is served.' }).click();
  await page.getByText('Attendees are told nothing').waitFor();
  await admin.pool();
  await page.getByLabel('Warm instances to keep').fill('1');
  await page.getByRole('button', { name: 'Set target' }).click();
  await page.getByText('1 of 1 ready').waitFor();
  await page.getByLabel('Warm instances to keep').fill('0');
  await page.getByRole('button', { name: 'Set target' }).click();
  await page.getByText('0 of 0 ready').waitFor();
  await admin.maintenance('upkeep');
  await admin.cleanUp();
  await page.getByText('Nothing to clean up.').waitFor();
  await page.getByRole('button', { name: 'Reconcile now' }).click();
  await page.getByRole('group', { name: 'Report' }).waitFor();
  await admin.maintenance('volumes');
  await admin.maintenance('audit');
  const log = page.getByRole('table', { name: 'Audit log' });
  await log.getByText('changed the warm pool').first().waitFor();
}
