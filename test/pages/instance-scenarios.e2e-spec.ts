import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Client, waitFor } from '../instance/support/client';
import { backendEnv, buildPair, newApiKey, startPair, type RunningPair } from '../instance/support/pair';
import { complaintsOf, openBrowser, seriousFindings, visit } from './browser';

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-scenarios-'));
const content = join(folder, 'event_generators');
let pair: RunningPair;
let manager: Client;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  const env = backendEnv(apiKey, join(folder, 'data'));
  // A copy, of which a product can be taken away.
  cpSync(env['EVENT_GENERATORS_DIR']!, content, { recursive: true });
  pair = await startPair(build.folder, apiKey, { ...env, EVENT_GENERATORS_DIR: content });
  manager = new Client(pair.backend.url, { 'X-API-Key': apiKey });
  browser = await openBrowser();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(page);
  await visit(page, pair.address);
  await view('Scenarios');
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
});
afterAll(async () => {
  await browser.close();
  await pair.stop();
  rmSync(folder, { recursive: true });
  build.remove();
});

const view = (name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name }).click();
const press = (name: string) => page.getByRole('button', { name, exact: true }).click();
const follow = (name: string) => page.getByRole('link', { name, exact: true }).click();
const field = (path: string) => page.locator(`[id="${path}"]`);
const focused = () => page.evaluate<string>('document.activeElement.id');
const focusAt = (id: string) => waitFor(async () => ((await focused()) === id ? true : undefined));
const save = async () => {
  await press('Save');
  await page.getByText('Saved', { exact: true }).waitFor();
};
const own = () => page.getByRole('list', { name: 'Your scenarios' }).getByRole('listitem');
const source = async (id: string) => (await manager.call('GET', `scenarios/${id}/source`)).body;
/** Copies an organisers' scenario and saves it under the name. */
const copied = async (original: string, name: string) => {
  await follow(`Copy ${original}`);
  await field('name').fill(name);
  await save();
};

it('copies an organisers’ scenario, tells a mistake at its field, tries it, saves it and runs it', async () => {
  await follow('Copy Phishing to ransomware');
  await page.getByText('53 events over 2 h 55 min').waitFor();
  expect(await field('name').inputValue()).toBe('Copy of Phishing to ransomware');
  await field('name').fill('Night shift');
  await field('phases.0.mitre').fill('T1566.1');
  await field('phases.0.lasts').fill('90');
  await page.getByText('53 events over 4 h').waitFor();
  await press('Save');
  await page.getByText('MITRE ATT&CK techniques are written like T1566 or T1566.001, not T1566.1').waitFor();
  await focusAt('phases.0.mitre');
  await field('phases.0.mitre').fill('T1566.001');

  await press('Add a step to phase 1');
  const steps = page.getByRole('list', { name: 'Steps of phase 1' }).getByRole('listitem');
  const place = (await steps.count()) - 1;
  const step = `phases.0.steps.${place}`;
  await focusAt(`${step}.product`);
  await page.keyboard.type('okta');
  await page.getByRole('option', { name: /^Okta System Log/ }).waitFor();
  await page.keyboard.press('Enter');
  await field(`${step}.event`).selectOption({ label: 'User login to Okta' });
  await steps.nth(place).getByText('Values of its own').click();
  await press(`Add a value to step ${place + 1} of phase 1`);
  await waitFor(async () => ((await focused()).startsWith(`${step}.with-`) ? true : undefined));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: /^client_ip/ }).waitFor();
  await page.keyboard.type('no_such_name');
  await page.keyboard.press('Tab');
  await page.keyboard.type('{{attacker.ip}}');
  await press('Try it');
  await page.getByText(/has no variable no_such_name/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.keyboard.type('client_ip');
  await press('Try it');
  await page.getByText(/54 events of Night shift/).waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await save();
  expect(page.url()).toContain('#/scenarios?edit=custom-night-shift');

  const written = await source('custom-night-shift');
  const original = await source('phishing_to_ransomware');
  expect(written['vars']).toEqual(original['vars']);
  const [first] = written['phases'] as { lasts: string; mitre: string[]; steps: { product: string; with: object }[] }[];
  expect(first).toMatchObject({ lasts: '90m', mitre: ['T1566.001'] });
  expect(first!.steps[place]).toMatchObject({ product: 'okta_system_log', with: { client_ip: '{{attacker.ip}}' } });

  await follow('Run it');
  await page.getByRole('radio', { name: 'Night shift', exact: true }).waitFor();
  expect(await page.getByRole('radio', { name: 'Night shift', exact: true }).isChecked()).toBe(true);
});

it('shows of a long scenario the first phase alone, opens the others when asked, and where something is wrong', async () => {
  await follow('Copy Phishing to ransomware');
  const fold = (phase: number) => page.getByRole('button', { name: new RegExp(`^Phase ${phase}\\b`) });
  const isOpen = async (phase: number) => (await fold(phase).getAttribute('aria-expanded')) === 'true';
  expect(await Promise.all([1, 2, 3].map(isOpen))).toEqual([true, false, false]);
  await fold(2).press('Enter');
  await field('phases.1.name').fill('');
  await fold(2).click();
  expect(await field('phases.1.name').isVisible()).toBe(false);
  await press('Save');
  await focusAt('phases.1.name');
  await field('phases.1.name').fill('Inside');
  // Mended, it stays open: somebody is at work in it.
  expect(await isOpen(2)).toBe(true);
  await press('Add a phase');
  await focusAt(`phases.${(await page.locator('.scenario-phase').count()) - 1}.name`);
});

it('writes a new scenario, by keyboard where things move, and takes back what was removed', async () => {
  await follow('New scenario');
  await press('Save');
  await page.getByText('5 fields need another look.').waitFor();
  await focusAt('name');
  await page.keyboard.type('From scratch');
  await field('description').fill('A story.');
  await field('phases.0.name').fill('Way in');
  await field('phases.0.description').fill('Somebody comes in.');
  await field('phases.0.steps.0.product').fill('windows security');
  await page.keyboard.press('Enter');
  await field('phases.0.steps.0.event').selectOption({ index: 1 });
  await press('Add a phase');
  await focusAt('phases.1.name');
  await page.keyboard.type('Way out');
  await page.getByRole('button', { name: 'Move phase 2 up' }).press('Enter');
  await page.getByRole('heading', { name: 'Phase 1 Way out' }).waitFor();
  await waitFor(async () =>
    (await page.evaluate('document.activeElement.ariaLabel')) === 'Move phase 1 up' ? true : undefined,
  );
  await press('Remove phase 2');
  await page.getByText('Phase 2 is removed.').waitFor();
  await press('Undo');
  await page.getByRole('heading', { name: 'Phase 2 Way in' }).waitFor();
  await press('Remove phase 1');
  await save();
  const { phases } = await source('custom-from-scratch');
  expect(phases).toMatchObject([{ id: 'way_in', name: 'Way in', wait: '0m', lasts: '5m' }]);
});

it('keeps unsaved changes as a draft over a reload, and asks before they are left', async () => {
  await copied('Multi-factor fatigue', 'Draft me');
  await field('name').fill('Draft me again');
  await page.getByText('Unsaved changes, kept as a draft in this browser').waitFor();
  await page.reload();
  await page.getByText('These are your unsaved changes from before.').waitFor();
  expect(await field('name').inputValue()).toBe('Draft me again');

  await view('History');
  await page.getByRole('dialog').getByRole('button', { name: 'Stay' }).click();
  expect(page.url()).toContain('#/scenarios?edit=custom-draft-me');
  expect(await field('name').inputValue()).toBe('Draft me again');
  await view('History');
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('dialog').getByRole('button', { name: 'Keep the draft' }).click();
  await page.getByRole('heading', { name: 'History' }).waitFor();
  await view('Scenarios');
  await own().filter({ hasText: 'Has unsaved changes' }).getByRole('link', { name: 'Edit Draft me' }).click();
  expect(await field('name').inputValue()).toBe('Draft me again');
  await page.goBack();
  await page.getByRole('dialog').getByRole('button', { name: 'Discard changes' }).click();
  await own().first().waitFor();
  expect(await own().filter({ hasText: 'Has unsaved changes' }).count()).toBe(0);
});

it('exports, deletes when asked twice, and imports again; a file that is none is told', async () => {
  await copied('Supply chain: a poisoned build', 'Travels');
  const before = await source('custom-travels');
  await view('Scenarios');
  const [download] = await Promise.all([page.waitForEvent('download'), follow('Export Travels')]);
  const file = await download.path();
  expect(download.suggestedFilename()).toBe('custom-travels.json');
  await press('Delete Travels');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await press('Delete Travels');
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await own().filter({ hasText: 'Travels' }).waitFor({ state: 'detached' });

  const upload = page.getByLabel('Import a file');
  await upload.setInputFiles({ name: 'notes.txt', mimeType: 'text/plain', buffer: Buffer.from('hello') });
  await page.getByText('notes.txt could not be imported. It is no JSON.').waitFor();
  await upload.setInputFiles({ name: 'it.json', mimeType: 'application/json', buffer: readFileSync(file) });
  await field('name').waitFor();
  await save();
  expect(await source('custom-travels')).toEqual(before);
});

it('tells of one that no longer fits the content, and a name that is taken', async () => {
  await copied('Data theft from cloud applications', 'Outlives');
  await view('Scenarios');
  await copied('Insider takes data along', 'Other');
  await field('name').fill('outlives');
  await press('Save');
  await page.getByText(/There already is a scenario with the name "outlives"/).waitFor();
  await focusAt('name');
  await field('name').fill('Other');

  const [{ steps }] = (await source('custom-outlives'))['phases'] as [{ steps: { product: string }[] }];
  const gone = steps[0]!.product;
  rmSync(join(content, 'products', `${gone}.json`));
  await view('Scenarios');
  const row = own().filter({ hasText: 'Outlives' });
  await row.getByText(`Phase 1, step 1, product: There is no product ${gone}`).waitFor();
  expect(await row.getByRole('link', { name: 'Run it: Outlives' }).count()).toBe(0);
  expect(await seriousFindings(page)).toEqual([]);
  await row.getByRole('link', { name: 'Edit Outlives' }).click();
  await press('Try it');
  await page.getByText(`There is no product ${gone}`).first().waitFor();
  await focusAt('phases.0.steps.0.product');
});

it.each(['', '?new', '?copy=phishing_to_ransomware'])(
  'fits a phone at #/scenarios%s, light and dark',
  async (query) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${pair.frontend.url}/#/scenarios${query}`);
    await page.getByRole('heading', { name: query === '' ? 'Your scenarios' : 'New scenario' }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const [needed, width] = await page.evaluate<[number, number]>(
        '[document.documentElement.scrollWidth, innerWidth]',
      );
      expect(needed).toBe(width);
      expect(await seriousFindings(page)).toEqual([]);
    }
  },
);
