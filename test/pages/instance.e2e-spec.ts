import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Client, waitFor } from '../instance/support/client';
import { backendEnv, buildPair, newApiKey, startPair, type RunningPair } from '../instance/support/pair';
import { until } from '../support/platform';
import { tcpReceiver, type TcpReceiver } from '../instance/support/receivers';
import { complaintsOf, cutOff, isWhole, openBrowser, seriousFindings, visit } from './browser';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-page-'));
let pair: RunningPair;
let manager: Client;
let receiver: TcpReceiver;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pair = await startPair(build.folder, apiKey, backendEnv(apiKey, folder));
  manager = new Client(pair.backend.url, { 'X-API-Key': apiKey });
  receiver = await tcpReceiver();
  await manager.destination({
    type: 'syslog',
    name: 'Lab receiver',
    host: '127.0.0.1',
    port: receiver.port,
    protocol: 'tcp',
  });
  browser = await openBrowser();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(page);
  await visit(page, pair.address);
  await page.getByRole('button', { name: 'Send events' }).waitFor();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await receiver.close();
  await pair.stop();
  rmSync(folder, { recursive: true });
  build.remove();
});

const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
const view = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
const sendsList = () => page.getByRole('list', { name: 'Sends', exact: true });

it.each(['app-*.js', 'style-*.css'])('loads itself once more when %s was cut off on its way', async (part) => {
  const cuts = await cutOff(page, `**/${part}`, 3);
  await page.goto('about:blank');
  await visit(page, pair.address);
  await page.getByRole('button', { name: 'Send events' }).waitFor();
  await until(() => cuts() > 3);
  await isWhole(page);
});

it('sends a scenario on its timeline with noise, and tells what was sent', async () => {
  await choose('Phishing to ransomware');
  await page.getByLabel('Background noise').selectOption('As many events again');
  await page.getByText('106 events, 53 of them background, go as fast as allowed, dated as if').waitFor();
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByRole('list', { name: 'Previewed events' }).getByRole('listitem').first().waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Send events' }).click();
  await sendsList().getByText('106 of 106').waitFor();
  await waitFor(() => (receiver.messages.length >= 106 ? true : undefined));

  await sendsList()
    .getByRole('link', { name: /Phishing to ransomware/ })
    .first()
    .click();
  const phases = page.getByRole('list', { name: 'Phases over time' }).getByRole('listitem');
  await phases.first().waitFor();
  expect(await phases.count()).toBe(6);
  await page.getByRole('link', { name: 'T1486' }).waitFor();
  await page.getByLabel('Show').selectOption('those of the scenario');
  const events = page.getByRole('list', { name: 'Events that were sent' }).getByRole('listitem');
  await waitFor(async () => ((await events.count()) === 25 ? true : undefined));
  await page.getByRole('button', { name: 'Later' }).click();
  await page.getByRole('button', { name: 'Later' }).click();
  await waitFor(async () => ((await events.count()) === 3 ? true : undefined));
  expect(await seriousFindings(page)).toEqual([]);

  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Raw' }).click(),
  ]);
  const lines = readFileSync(await download.path(), 'utf8')
    .trimEnd()
    .split('\n');
  expect(lines).toHaveLength(106);
  expect(receiver.messages[0]!.endsWith(lines[0]!)).toBe(true);

  await page.getByRole('button', { name: 'Send again' }).click();
  await page.getByRole('list', { name: 'All sends' }).getByRole('listitem').nth(1).waitFor();
  await waitFor(() => (receiver.messages.length >= 212 ? true : undefined));
});

it('pauses, resumes and stops a send without an end, and shows its rate as it goes', async () => {
  await choose('Cisco Secure Firewall ASA');
  await page.getByRole('radio', { name: 'Until stopped' }).check({ force: true });
  await page.getByLabel('Events per second').fill('200');
  await page.getByRole('button', { name: 'Send events' }).click();
  await page.getByText(/^\d+\/s now$/).waitFor();
  await page.getByRole('button', { name: /^Pause Cisco/ }).click();
  await sendsList().getByText('Paused').waitFor();
  await page.waitForTimeout(300);
  const before = receiver.messages.length;
  await page.waitForTimeout(1000);
  expect(receiver.messages.length).toBe(before);
  await page.getByRole('button', { name: /^Resume Cisco/ }).click();
  await waitFor(() => (receiver.messages.length > before + 50 ? true : undefined));
  await page.getByRole('button', { name: /^Stop Cisco/ }).click();
  await sendsList().getByText('Stopped by you').waitFor();
  await page.reload();
  expect(await page.getByRole('radio', { name: 'Cisco Secure Firewall ASA' }).isChecked()).toBe(true);
});

it('tells what is wrong at its field, and why an address is refused', async () => {
  await page.getByLabel('Number of events').fill('0');
  await page.getByRole('button', { name: 'Send events' }).click();
  await page.getByText('Number of events has to be at least 1').waitFor();
  await page.getByRole('button', { name: 'New destination' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'TLS' }).check({ force: true });
  expect(await dialog.getByLabel('Port').inputValue()).toBe('6514');
  await dialog.getByLabel('Name').fill('Metadata');
  await dialog.getByLabel('Host').fill('169.254.169.254');
  await dialog.getByText('Private authority (CA)').click();
  await dialog.getByLabel('CA certificate', { exact: true }).fill('no certificate');
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await dialog.getByText(/CA certificate has to be certificates in PEM form/).waitFor();
  await dialog.getByLabel('CA certificate', { exact: true }).fill('');
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await dialog.getByText(/169\.254\.169\.254 is an address of the platform or of its cloud/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('reads pasted logs', async () => {
  await view('Parser');
  await page.getByRole('button', { name: 'Show an example' }).click();
  await page.getByText('5 of 5 records read').waitFor();
  const { body } = await manager.call('POST', 'generate', { product_id: 'okta_system_log', count: 1 });
  const [event] = body['events'] as { raw: string }[];
  await page.getByLabel('Log', { exact: true }).fill(`${event!.raw}\nwhat is this?`);
  await page.getByRole('button', { name: 'Read fields' }).click();
  await page.getByText('1 of 2 records read').waitFor();
  const records = page.getByRole('list', { name: 'Records' }).getByRole('listitem');
  await records.first().getByText('src_endpoint.ip').waitFor();
  expect(await records.first().locator('mark').count()).toBeGreaterThan(3);
  await records.nth(1).getByText('No parser of this instance reads it.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('shows the documentation of its API, and tries a call', async () => {
  const [docs] = await Promise.all([page.waitForEvent('popup'), view('API')]);
  const troubles = complaintsOf(docs);
  await docs.getByText('Preview events; nothing is sent').click();
  await docs.getByRole('button', { name: 'Try it out' }).click();
  await docs.getByRole('button', { name: 'Execute', exact: true }).click();
  await docs.locator('.live-responses-table').getByText('200', { exact: true }).waitFor();
  await docs.locator('.live-responses-table').getByText('okta_system_log').first().waitFor();
  expect(troubles).toEqual([]);
  await docs.close();
});

it('says what the organisers have switched off, on each view', async () => {
  await manager.features({ log_generation: false });
  await page.reload();
  await page.getByText('Log generation is switched off.').waitFor();
  expect(await page.getByRole('button', { name: 'Send events' }).isDisabled()).toBe(true);
  await view('Parser');
  expect(await page.getByRole('button', { name: 'Show an example' }).isDisabled()).toBe(true);
  await manager.features({});
});

it.each(['', '#/history', '#/parser'])('fits a phone at %j', async (hash) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`${pair.frontend.url}/${hash}`);
  await page.getByRole('navigation', { name: 'Views' }).waitFor();
  await page.locator('main').waitFor();
  const [content, width] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  expect(content).toBe(width);
  expect(await seriousFindings(page)).toEqual([]);
});
