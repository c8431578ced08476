import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { complaintsOf, visit } from '../pages/browser';
import { syslogReceiver } from '../support/syslog-receiver';
import type { Place } from './place';

/**
 * What the attendee's walk leaves out of the instance: preview, a send without an end that is followed, paused and stopped, downloads of what was
 * sent, a scenario and a file of one's own and what becomes of them, messages, and the API's documentation. Answers what the page complained of.
 */
export async function instanceWalk(browser: Browser, { platform }: Place): Promise<string[]> {
  const { body: session } = await platform.create('hedy@example.org');
  const context = await browser.newContext({ ignoreHTTPSErrors: true, viewport: { width: 1_280, height: 900 } });
  const page = await context.newPage();
  const receiver = await syslogReceiver('127.0.0.1');
  const complaints = complaintsOf(page);
  await visit(page, session.frontend_url);
  await makeDestination(page, receiver.port);
  await sendLive(page);
  await downloadSent(page);
  await writeScenario(page);
  await keepFile(page);
  await readMessage(page, platform);
  complaints.push(...(await tryApi(page)));
  await context.close();
  await receiver.close();
  await platform.end(session);
  return complaints;
}

const view = (page: Page, name: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
async function download(page: Page, link: string): Promise<string> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()]);
  return readFile(await file.path(), 'utf8');
}

async function makeDestination(page: Page, port: number): Promise<void> {
  await press(page, 'New destination');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Lab receiver');
  await dialog.getByLabel('Host').fill('127.0.0.1');
  await dialog.getByLabel('Port').fill(String(port));
  await dialog.getByRole('radio', { name: 'TCP' }).check();
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await page.getByRole('list', { name: 'Destinations' }).getByText('Lab receiver', { exact: true }).waitFor();
}

/** The page follows the send by server-sent events. */
async function sendLive(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Cisco Secure Firewall ASA', exact: true }).check();
  await press(page, 'Preview');
  await page.getByRole('list', { name: 'Previewed events' }).getByRole('listitem').first().waitFor();
  await page.getByRole('radio', { name: 'Until stopped' }).check({ force: true });
  await page.getByLabel('Events per second').fill('200');
  await press(page, 'Send events');
  await page.getByText(/^\d+\/s now$/).waitFor();
  await press(page, /^Pause Cisco/);
  const sends = page.getByRole('list', { name: 'Sends', exact: true });
  await sends.getByText('Paused').waitFor();
  await press(page, /^Resume Cisco/);
  await press(page, /^Stop Cisco/);
  await sends.getByText('Stopped by you').waitFor();
}

async function downloadSent(page: Page): Promise<void> {
  await page.getByRole('list', { name: 'Sends', exact: true }).getByRole('link').first().click();
  await page.getByRole('list', { name: 'Events that were sent' }).getByRole('listitem').first().waitFor();
  expect(await download(page, 'Raw')).toContain('%ASA-');
}

async function writeScenario(page: Page): Promise<void> {
  await view(page, 'Scenarios');
  await page.getByRole('link', { name: 'Copy Phishing to ransomware' }).click();
  await page.locator('#name').fill('Night shift');
  await page.getByRole('button', { name: 'Try it', exact: true }).click();
  await page.getByText(/53 events of Night shift/).waitFor();
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByText('Saved', { exact: true }).waitFor();
  await page.getByRole('link', { name: 'Run it', exact: true }).click();
  await page.getByRole('radio', { name: 'Night shift', exact: true }).waitFor();
}

async function keepFile(page: Page): Promise<void> {
  await view(page, 'Uploads');
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Choose files')]);
  const line = '2026-11-26 08:01:02 night watch';
  await chooser.setFiles({ name: 'night.log', mimeType: 'text/plain', buffer: Buffer.from(line) });
  await page.getByText('night.log is uploaded, with one event.').waitFor();
  expect(await download(page, 'Download')).toBe(line);
  await press(page, 'Delete');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There are none yet.').waitFor();
}

async function readMessage(page: Page, platform: Place['platform']): Promise<void> {
  const { body } = await platform.admin('POST', '/messages', { text: 'We restart soon.', severity: 'warning' });
  await page.getByText('We restart soon.').waitFor({ timeout: 12_000 });
  await platform.admin('DELETE', `/messages/${body.message_id}`);
}

async function tryApi(page: Page): Promise<string[]> {
  const [docs] = await Promise.all([page.waitForEvent('popup'), view(page, 'API')]);
  const complaints = complaintsOf(docs);
  await docs.getByText('Preview events; nothing is sent').click();
  await docs.getByRole('button', { name: 'Try it out' }).click();
  await docs.getByRole('button', { name: 'Execute', exact: true }).click();
  await docs.locator('.live-responses-table').getByText('200', { exact: true }).waitFor();
  return complaints;
}
