import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Client } from '../instance/support/client';
import { backendEnv, buildPair, newApiKey, startPair, type RunningPair } from '../instance/support/pair';
import { complaintsOf, openBrowser, seriousFindings, visit } from './browser';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-page-'));
let pair: RunningPair;
let browser: Browser;

/** The page of the instance with these rules, over the same volume. */
const open = async (variables: Record<string, string>): Promise<{ page: Page; complaints: string[] }> => {
  await pair?.stop();
  pair = await startPair(build.folder, apiKey, { ...backendEnv(apiKey, folder), ...variables });
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  const complaints = complaintsOf(page);
  await visit(page, pair.address);
  await page.getByRole('button', { name: 'Send events' }).waitFor();
  return { page, complaints };
};
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await pair.stop();
  rmSync(folder, { recursive: true });
  build.remove();
});

const panel = (page: Page) => page.getByRole('region', { name: 'Destinations' });
const INTERNET = 'The organisers have closed the network of instances: events may go to public addresses only.';

it('says nothing of the network where it is open', async () => {
  const { page, complaints } = await open({});
  const client = new Client(pair.backend.url, { 'X-API-Key': apiKey });
  await client.destination({ type: 'syslog', name: 'Lab receiver', host: '10.0.0.7', port: 514, protocol: 'tcp' });
  await panel(page)
    .getByText(/10\.0\.0\.7:514/)
    .waitFor();
  expect(await page.getByText('closed the network').count()).toBe(0);
  expect(complaints).toEqual([]);
  await page.close();
});

it('tells the rule before an address is typed, why a kept destination gets nothing, and refuses one at its field', async () => {
  const { page, complaints } = await open({ EGRESS: 'internet' });
  await panel(page).getByText(INTERNET, { exact: true }).waitFor();
  await panel(page).getByText(`Nothing is sent there: 10.0.0.7 is out of reach. ${INTERNET}`).waitFor();
  await page.locator('#destination-hint').getByText('10.0.0.7 is out of reach').waitFor();
  await panel(page).getByRole('button', { name: 'Test Lab receiver' }).click();
  await panel(page).getByText(`Syslog over TCP: 10.0.0.7 is out of reach. ${INTERNET}`).waitFor();

  await page.getByRole('button', { name: 'New destination' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText(INTERNET, { exact: true }).waitFor();
  await dialog.getByLabel('Name').fill('Another');
  await dialog.getByLabel('Host').fill('192.168.1.20');
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await dialog.getByText('Host may not be there: 192.168.1.20 is out of reach.').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('Host').fill('203.0.113.7');
  await dialog.getByRole('button', { name: 'Save destination' }).click();
  await panel(page)
    .getByText(/203\.0\.113\.7:514/)
    .waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  // The refused save is what the browser complains of.
  expect(complaints.filter((words) => !words.includes('400'))).toEqual([]);
  await page.close();
});

it('says that events may go nowhere, of each destination too', async () => {
  const { page, complaints } = await open({ EGRESS: 'none' });
  await panel(page)
    .getByText(/^The organisers have closed .* events may go nowhere\.$/)
    .waitFor();
  expect(await panel(page).getByText('Nothing is sent there:').count()).toBe(2);
  expect(complaints).toEqual([]);
  await page.close();
});
