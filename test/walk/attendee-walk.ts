import type { Browser, Page } from 'playwright-core';
import { complaintsOf, openedBy } from '../pages/browser';
import { LandingPage } from '../pages/landing-page';
import { until } from '../support/platform';
import { syslogReceiver } from '../support/syslog-receiver';

export interface WalkOptions {
  /** Where the landing page is. */
  readonly origin: string;
  /** An address of this host that instances reach. */
  readonly receiverAddress: string;
}

/** What the walk found on its way. */
export interface Walk {
  readonly sessionToken: string;
  readonly complaints: readonly string[];
}

/**
 * An attendee's first minutes: launch, open the instance, make a syslog destination, send 100 events that a real receiver gets, then a
 * scenario, look at what was sent and read a line of it, replay a log file of their own, reload and find all of it again, on the landing page too.
 */
export async function attendeeWalk(browser: Browser, { origin, receiverAddress }: WalkOptions): Promise<Walk> {
  const receiver = await syslogReceiver(receiverAddress);
  // A gateway's certificate may be self-signed.
  const context = await browser.newContext({ ignoreHTTPSErrors: true });
  try {
    const front = await context.newPage();
    const complaints = complaintsOf(front);
    const landing = new LandingPage(front);
    await landing.open(origin);
    await landing.launch({ userId: 'Ada Lovelace' });
    const sessionToken = await front.evaluate(() => localStorage.getItem('jarvis_session_token'));

    const instance = await openedBy(front, () => landing.openLink.click());
    complaints.push(...(await workInInstance(instance, receiverAddress, receiver.port)));
    await until(() => receiver.messages.length >= 100, 30_000);
    expect(receiver.messages).toHaveLength(100);
    for (const message of receiver.messages) expect(message).toMatch(/^<\d{1,3}>/);

    await playScenario(instance);
    await until(() => receiver.messages.length >= 153, 30_000);
    await replayFile(instance);
    await until(() => receiver.messages.length >= 156, 30_000);
    expect(receiver.messages.slice(153).map((message) => message.slice(-7))).toEqual(['shift 1', 'shift 2', 'shift 3']);

    await instance.reload();
    await instance.getByRole('list', { name: 'Destinations' }).getByText('Lab receiver', { exact: true }).waitFor();
    await instance.getByRole('list', { name: 'Sends' }).getByText('100 of 100').waitFor();
    expect(new URL(instance.url()).search).toBe('');

    await front.reload();
    await landing.openLink.waitFor();
    expect(await landing.instanceUrl()).toContain(new URL(instance.url()).origin);
    return { sessionToken: sessionToken ?? '', complaints };
  } finally {
    await context.close();
    await receiver.close();
  }
}

async function workInInstance(page: Page, host: string, port: number): Promise<string[]> {
  const complaints = complaintsOf(page);
  await page.getByRole('button', { name: 'New destination' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Lab receiver');
  await dialog.getByLabel('Host').fill(host);
  await dialog.getByLabel('Port').fill(String(port));
  await dialog.getByRole('radio', { name: 'TCP' }).check();
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await page.getByRole('list', { name: 'Destinations' }).getByText('Lab receiver', { exact: true }).waitFor();
  await page.getByRole('radio', { name: 'Cisco Secure Firewall ASA' }).check();
  await page.getByLabel('Number of events').fill('100');
  await page.getByRole('button', { name: 'Send events' }).click();
  await page.getByRole('list', { name: 'Sends' }).getByText('100 of 100').waitFor({ timeout: 30_000 });
  return complaints;
}

/** Plays one back-dated scenario, opens its result, and lets the parser read its first event. */
async function playScenario(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Phishing to ransomware' }).check();
  await page.getByRole('button', { name: 'Send events' }).click();
  const sends = page.getByRole('list', { name: 'Sends' });
  await sends.getByText('53 of 53').waitFor({ timeout: 30_000 });
  await sends.getByRole('link', { name: /Phishing to ransomware/ }).click();
  await page.getByRole('list', { name: 'Phases over time' }).getByText('lateral movement').waitFor();
  const first = await page.getByRole('list', { name: 'Events that were sent' }).locator('pre').first().textContent();
  await page.getByRole('link', { name: 'Parser' }).click();
  await page.getByLabel('Log', { exact: true }).fill(first ?? '');
  await page.getByRole('button', { name: 'Read fields' }).click();
  await page.getByText('1 of 1 records read').waitFor({ timeout: 30_000 });
  await page.getByRole('link', { name: 'Generate' }).click();
}

/** Uploads a log file and sends it, back-dated. */
async function replayFile(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Uploads' }).click();
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  const lines = [1, 2, 3].map((shift) => `2026-11-01T0${shift}:00:00Z night watch, shift ${shift}`);
  await chooser.setFiles({ name: 'night.log', mimeType: 'text/plain', buffer: Buffer.from(lines.join('\n')) });
  await page.getByText('night.log is uploaded, with 3 events.').waitFor();
  await page.getByRole('link', { name: 'Send this' }).click();
  await page.getByText('dated as if they had happened over the last 2 h').waitFor();
  await page.getByRole('button', { name: 'Send events' }).click();
  await page.getByRole('list', { name: 'Sends' }).getByText('3 of 3').waitFor({ timeout: 30_000 });
}
