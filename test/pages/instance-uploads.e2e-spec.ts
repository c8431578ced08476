import { mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { Client, waitFor } from '../instance/support/client';
import { backendEnv, buildPair, newApiKey, startPair, type RunningPair } from '../instance/support/pair';
import { complaintsOf, openBrowser, seriousFindings, visit } from './browser';

const MB = 1024 * 1024;
const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-uploads-'));
const files = mkdtempSync(join(tmpdir(), 'jarvis-files-'));
let pair: RunningPair;
let manager: Client;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  pair = await startPair(build.folder, apiKey, {
    ...backendEnv(apiKey, folder),
    UPLOAD_MAX_MB: '60',
  });
  manager = new Client(pair.backend.url, { 'X-API-Key': apiKey });
  browser = await openBrowser();
});
beforeEach(async () => {
  page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  complaints = complaintsOf(page);
  await visit(page, pair.address);
  await page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: 'Uploads' }).click();
  await page.getByRole('button', { name: 'Choose files' }).waitFor();
});
afterEach(async () => {
  expect(complaints).toEqual([]);
  await page.close();
  for (const { id } of await kept()) await manager.call('DELETE', `uploads/${id}`);
});
afterAll(async () => {
  await browser.close();
  await pair.stop();
  for (const path of [folder, files]) rmSync(path, { recursive: true });
  build.remove();
});

const kept = async () => (await manager.call('GET', 'uploads')).body['uploads'] as { id: string; name: string }[];
const minute = (index: number): string => String(index % 60).padStart(2, '0');
const accessLine = (index: number): string =>
  `10.0.0.1 - - [26/Nov/2026:08:${minute(index)}:02 +0000] "GET /${index} HTTP/1.1" 200 ${'7'.repeat(300)}`;
const trail = Array.from({ length: 3 }, (_, index) =>
  JSON.stringify({
    eventTime: `2026-11-26T08:0${index}:02Z`,
    detail: { seen: 1_795_680_062 + index },
    note: 'Ünïcode',
  }),
).join('\n');
const fileOf = (name: string, content: string): string => {
  const path = join(files, name);
  writeFileSync(path, content);
  return path;
};
const sparse = (name: string, bytes: number): string => {
  const path = fileOf(name, '');
  truncateSync(path, bytes);
  return path;
};

/** Chooses files as an attendee does, by the button. */
const choose = async (...paths: string[]): Promise<void> => {
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'Choose files' }).click(),
  ]);
  await chooser.setFiles(paths);
};
const onTheWay = () => page.getByRole('list', { name: 'Files on their way' }).getByRole('listitem');
const listed = () => page.getByRole('list', { name: 'Uploaded files' }).getByRole('listitem');
const events = () => page.getByRole('list', { name: 'Events' }).getByRole('listitem');
const heading = (name: string) => page.getByRole('heading', { name, exact: true });

it('uploads what is chosen, and shows its events in pages with their times marked', async () => {
  await choose(fileOf('access.log', Array.from({ length: 120 }, (_, index) => accessLine(index)).join('\n')));
  await page.getByText('access.log is uploaded, with 120 events.').waitFor();
  expect(await onTheWay().count()).toBe(0);
  await listed().getByText('2026-11-26 08:00:02 – 08:59:02 UTC').waitFor();
  await heading('access.log').waitFor();
  await page.getByText('1–50 of 120').waitFor();
  expect(await events().first().locator('mark').innerText()).toBe('26/Nov/2026:08:00:02 +0000');
  expect(await events().count()).toBe(50);
  expect(await seriousFindings(page)).toEqual([]);

  await page.getByRole('button', { name: 'Next' }).click();
  await events().getByText('GET /50 HTTP').waitFor();
  await page.getByLabel('Event number').fill('117');
  await page.keyboard.press('Enter');
  await page.getByText('101–120 of 120').waitFor();
  await events().getByText('GET /116 HTTP').waitFor();
  expect(await page.getByRole('button', { name: 'Next' }).isDisabled()).toBe(true);
  await page.getByRole('button', { name: 'Previous' }).click();
  await events().getByText('GET /99 HTTP').waitFor();
});

it('takes files that are dropped, and leads to sending and downloading them', async () => {
  const dataTransfer = await page.evaluateHandle(`(() => {
    const held = new DataTransfer();
    held.items.add(new File(['2026-11-26 08:01:02 one'], 'one.log'));
    held.items.add(new File(['id,time\\n1,2026-11-26T08:01:02Z\\n2,2026-11-26T08:01:03Z\\n'], 'two.csv'));
    return held;
  })()`);
  const zone = page.getByText('or drop them here');
  await zone.dispatchEvent('dragover', { dataTransfer });
  await page.locator('.uploads-zone.over').waitFor();
  await zone.dispatchEvent('drop', { dataTransfer });
  await listed().nth(1).waitFor();
  await page.locator('.uploads-zone:not(.over)').waitFor();
  expect((await kept()).map(({ name }) => name).toSorted()).toEqual(['one.log', 'two.csv']);

  await listed()
    .getByRole('link', { name: /two\.csv/ })
    .click();
  const { id } = (await kept()).find(({ name }) => name === 'two.csv')!;
  await heading('two.csv').waitFor();
  expect(page.url()).toContain(`#/uploads?upload=${id}`);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('two.csv');
  expect(readFileSync(await download.path(), 'utf8')).toBe('id,time\n1,2026-11-26T08:01:02Z\n2,2026-11-26T08:01:03Z\n');
  await page.getByRole('link', { name: 'Send this' }).click();
  await page.getByText('2 events go as fast as allowed, dated as if they had happened over the last 1 s.').waitFor();
  const chosen = page.getByRole('radio', { name: 'two.csv' });
  expect(await chosen.isChecked()).toBe(true);
  const list = await page.locator('.sources').boundingBox();
  const row = await chosen.boundingBox();
  expect(row!.y).toBeGreaterThanOrEqual(list!.y);
  expect(row!.y + row!.height).toBeLessThanOrEqual(list!.y + list!.height);
  await page.getByRole('button', { name: 'Preview' }).click();
  await page.getByText('2 events of two.csv').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
});

it('changes where the time is, the name and the source type, and tells what is wrong with them', async () => {
  await choose(fileOf('trail.jsonl', trail));
  await heading('trail.jsonl').waitFor();
  const mark = events().first().locator('mark');
  await mark.getByText('2026-11-26T08:00:02Z').waitFor();
  const dialog = page.getByRole('dialog');

  await page.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Time', { exact: true }).selectOption('Another field');
  await dialog.getByLabel('Field').fill('note');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.getByText('Time is not in "note" of the first events').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await dialog.getByLabel('Field').fill('detail.seen');
  await dialog.getByLabel('Name').fill('renamed.jsonl');
  await dialog.getByLabel('Source type').fill('aws:cloudtrail');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await heading('renamed.jsonl').waitFor();
  await mark.getByText('1795680062', { exact: true }).waitFor();
  await page.getByText('aws:cloudtrail').waitFor();

  await page.getByRole('button', { name: 'Edit' }).click();
  await dialog.getByLabel('Time', { exact: true }).selectOption({ label: 'Nowhere: events are sent as they are' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await page.getByText('No time is known of its events').waitFor();
  await waitFor(async () => ((await page.locator('mark').count()) === 0 ? true : undefined));
  const [upload] = await kept();
  expect(upload).toMatchObject({
    name: 'renamed.jsonl',
    sourcetype: 'aws:cloudtrail',
    time: null,
  });
});

it('tells at each file what is wrong with it, and goes on with the next', async () => {
  const posted: string[] = [];
  page.on('request', (request) => void (request.method() === 'POST' && posted.push(request.url())));
  await choose(
    sparse('large.log', 61 * MB),
    fileOf('picture.png', '\0\0\0\0'),
    fileOf('empty.log', ''),
    fileOf('good.log', '2026-11-26 08:01:02 good'),
  );
  await page.getByText('good.log is uploaded, with one event.').waitFor();
  await onTheWay().filter({ hasText: 'large.log' }).getByText('It has 61 MB; a file may have 60 MB.').waitFor();
  await onTheWay().filter({ hasText: 'picture.png' }).getByText('it has zero bytes').waitFor();
  await onTheWay().filter({ hasText: 'empty.log' }).getByText('it is empty').waitFor();
  expect(posted.filter((url) => url.includes('large.log'))).toEqual([]);
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Dismiss picture.png' }).click();
  await waitFor(async () => ((await onTheWay().count()) === 2 ? true : undefined));
});

it('shows how far a large file is in whichever view, and leaves nothing of it when it is cancelled', async () => {
  const network = await page.context().newCDPSession(page);
  const slow = { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: 4 * MB };
  await network.send('Network.emulateNetworkConditions', slow);
  await choose(
    fileOf('slow.log', '2026-11-26 08:01:02 a line\n'.repeat(2_000_000)),
    fileOf('next.log', '2026-11-26 08:01:02 next'),
  );
  const row = onTheWay().filter({ hasText: 'slow.log' });
  await row.getByText(/^[1-9]\d? %$/).waitFor();
  await onTheWay().filter({ hasText: 'next.log' }).getByText('waits for its turn').waitFor();
  await waitFor(() => (readdirSync(join(folder, 'uploads')).length === 1 ? true : undefined));
  await page.getByRole('link', { name: 'Parser' }).click();
  await page.getByRole('heading', { name: 'Parser' }).waitFor();
  await page.getByRole('link', { name: 'Uploads' }).click();
  await row.getByText(/^\d+ %$/).waitFor();
  await page.getByRole('button', { name: 'Cancel slow.log' }).click();
  await page.getByText('next.log is uploaded, with one event.').waitFor();
  expect(await onTheWay().count()).toBe(0);
  expect((await kept()).map(({ name }) => name)).toEqual(['next.log']);
  await waitFor(() => (readdirSync(join(folder, 'uploads')).length === 1 ? true : undefined));
});

it('deletes a file when that is confirmed, and tells when that did not work', async () => {
  await choose(fileOf('gone.log', '2026-11-26 08:01:02 soon gone'));
  await heading('gone.log').waitFor();
  const detail = 'The backend of this instance does not answer.';
  const refusal = { status: 502, contentType: 'application/problem+json', body: JSON.stringify({ detail }) };
  await page.route('**/uploads/*', (route) =>
    route.request().method() === 'DELETE' ? route.fulfill(refusal) : route.continue(),
  );
  await page.getByRole('button', { name: 'Delete' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await dialog.getByText(detail).waitFor();
  await page.unroute('**/uploads/*');
  await dialog.getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There are none yet.').waitFor();
  expect(await kept()).toEqual([]);
  expect(readdirSync(join(folder, 'uploads'))).toEqual([]);
});

it('says that the organisers have switched uploads off; what is there can be looked at and deleted', async () => {
  await choose(fileOf('before.log', '2026-11-26 08:01:02 before'));
  await heading('before.log').waitFor();
  await manager.features({ log_generation: false });
  await page.reload();
  await page.getByText('so no file can be uploaded').waitFor();
  expect(await page.getByRole('button', { name: 'Choose files' }).isDisabled()).toBe(true);
  expect(await page.getByRole('button', { name: 'Edit' }).isDisabled()).toBe(true);
  expect(await page.getByRole('link', { name: 'Send this' }).count()).toBe(0);
  await events().getByText('before').waitFor();
  expect(await seriousFindings(page)).toEqual([]);
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await page.getByText('There are none yet.').waitFor();
  await manager.features({});
});

it.each(['light', 'dark'] as const)('fits a phone in %s with long names and lines', async (colorScheme) => {
  await page.emulateMedia({ colorScheme });
  await page.setViewportSize({ width: 390, height: 844 });
  await choose(fileOf(`${'long'.repeat(40)}.log`, `2026-11-26 08:01:02 ${'x'.repeat(5000)}`), fileOf('bad.bin', '\0'));
  await events().first().locator('mark').waitFor();
  await onTheWay().getByText('it has zero bytes').waitFor();
  const [content, width] = (await page.evaluate('[document.documentElement.scrollWidth, innerWidth]')) as [
    number,
    number,
  ];
  expect(content).toBe(width);
  expect(await seriousFindings(page)).toEqual([]);
  await listed().getByRole('link').click();
  await waitFor(async () => ((await page.evaluate('scrollY > 300')) ? true : undefined));
  await page.getByRole('button', { name: 'Edit' }).click();
  await page.getByRole('dialog').getByLabel('Name').waitFor();
  expect(
    await page.evaluate(`[...document.querySelectorAll('dialog')].map((one) => one.scrollWidth - one.clientWidth)`),
  ).toEqual([0]);
  expect(await seriousFindings(page)).toEqual([]);
});

it('tells that a file is not there any more', async () => {
  await page.goto(`${pair.frontend.url}/#/uploads?upload=gone`);
  await page.getByText('This file is not here any more.').waitFor();
});
