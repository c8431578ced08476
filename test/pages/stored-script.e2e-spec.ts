import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { sendRoster } from '../admin/roster-links';
import { AttendeeInstance } from '../support/instance';
import { TestPlatform, until, type Answer } from '../support/platform';
import { AdminPage } from './admin-page';
import { openBrowser, visit } from './browser';
import { LandingPage } from './landing-page';

/** What strikes where any of it is taken for more than text. */
const SCRIPT = '<img src=x onerror=globalThis.struck=1>';
const TEMPLATE = '{{constructor.constructor("globalThis.struck=1")()}}${globalThis.struck=1}';
const LINK = 'javascript:globalThis.struck=1';
const USER = `eve ${SCRIPT}`;
/** Escapes of terminals, and what turns text around: in names of users they are refused. */
const ESCAPES = '\u001b[31m\u001b]0;owned\u0007\u202egnp.exe\u202c';

let platform: TestPlatform;
let browser: Browser;
let context: BrowserContext;
let session: Answer['body'];
let instance: AttendeeInstance;
let dialogs: string[];

beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3', DESTINATIONS_ALLOW: '127.0.0.1/32' });
  browser = await openBrowser();
  const metadata = { [`<b>${LINK}`]: `${SCRIPT}${ESCAPES}`, link: LINK, template: TEMPLATE };
  ({ body: session } = await platform.request('POST', '/api/sessions', { user_id: USER, metadata }));
  instance = await AttendeeInstance.open(session);
  await platform.admin('POST', '/messages', { text: `Lunch ${SCRIPT}${TEMPLATE}` });
  await sendRoster(platform, 'reserve', `user_id,table\n"kept ${SCRIPT.replaceAll('"', '""')}",${LINK}\n`);
  await platform.redis.client.hset(`session:${session.session_id}`, 'error', `Failed ${SCRIPT}${TEMPLATE}`);
  const logs = join(platform.environment['PROCESS_HOME'] ?? '', 'logs');
  mkdirSync(logs, { recursive: true });
  appendFileSync(
    join(logs, `jarvis-${session.session_id}-backend.log`),
    [
      `Printed ${SCRIPT}`,
      LINK,
      TEMPLATE,
      ESCAPES,
      JSON.stringify({ level: SCRIPT, time: SCRIPT, msg: SCRIPT }),
      '',
    ].join('\n'),
  );
});
beforeEach(async () => {
  dialogs = [];
  context = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
});
afterEach(() => context.close());
afterAll(async () => {
  await browser?.close();
  await platform?.stop();
});

const newPage = async (of = context): Promise<Page> => {
  const page = await of.newPage();
  page.on('dialog', (dialog) => {
    dialogs.push(dialog.message());
    void dialog.dismiss();
  });
  return page;
};
/** The page shows the text as text, and nothing of it has become a part of the page. */
async function isText(page: Page, text: string | RegExp): Promise<void> {
  await page.getByText(text).first().waitFor();
  const parts = 'img[src="x"], a[href^="javascript:" i], body script:not([src]), [onerror]';
  expect(await page.locator(parts).count()).toBe(0);
  expect(await page.evaluate('globalThis.struck')).toBeUndefined();
  expect(dialogs).toEqual([]);
}

describe('what an attendee wrote is text in the console', () => {
  let organiser: BrowserContext;
  let page: Page;
  beforeAll(async () => {
    organiser = await browser.newContext({ viewport: { width: 1_440, height: 900 } });
    page = await newPage(organiser);
    const admin = new AdminPage(page);
    await admin.open(platform.origin);
    await admin.logIn();
    await admin.live();
  });
  afterAll(() => organiser.close());
  /** Opens a page of the console by its address, which leaves the one that was there. */
  const open = (path: string) => page.evaluate(`location.hash = ${JSON.stringify(path)}`);

  it('at its dashboard', async () => {
    await open('/');
    await isText(page, 'Dashboard');
  });

  it('in the table of sessions', async () => {
    await open('/sessions');
    await isText(page, USER);
  });

  it('on a narrow screen, in the cards of sessions', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    await isText(page, USER);
    await page.setViewportSize({ width: 1_440, height: 900 });
  });

  it.each([
    ['Record', `<b>${LINK}`],
    ['Record', `Failed ${SCRIPT}${TEMPLATE}`],
    ['Logs', `Printed ${SCRIPT}`],
    ['Usage', USER],
    ['Audit', USER],
  ])('in the details of a session, under %s: %s', async (part, text) => {
    await open(`/sessions/${session.session_id}`);
    const details = page.getByRole('dialog', { name: session.session_id });
    await details.getByRole('tab', { name: part }).click();
    await isText(page, text);
  });

  it('among kept places and in the preview of a roster', async () => {
    await open('/create');
    await isText(page, `kept ${SCRIPT}`);
    await page.getByRole('tab', { name: 'Roster' }).click();
    await page.getByLabel('People, as CSV').fill(`user_id,${LINK}\n"${USER.replaceAll('"', '""')}",${TEMPLATE}\n`);
    await isText(page, '1 row understood');
    await isText(page, USER);
    await page.getByLabel('People, as CSV').fill(`user_id,hours\neve,${SCRIPT}\n`);
    await isText(page, /Line 2:/);
  });

  it('in the audit log', async () => {
    await open('/maintenance/audit');
    await isText(page, 'logged in');
    await page.getByLabel('Who').fill(SCRIPT);
    await isText(page, 'No such entry');
  });

  it('where organisers ask before they end a session', async () => {
    await open('/sessions');
    await page.getByRole('button', { name: `Actions for ${session.session_id}` }).click();
    await page.getByRole('menuitem', { name: 'Terminate…' }).click();
    await isText(page, USER);
    await page.keyboard.press('Escape');
  });

  it.each(['messages', 'pool', 'volumes', 'upkeep'])('on the page of maintenance: %s', async (section) => {
    await open(`/maintenance/${section}`);
    await isText(page, section === 'messages' ? `Lunch ${SCRIPT}${TEMPLATE}` : 'Maintenance');
  });

  it('in an address of the console that somebody sends', async () => {
    await open(`/sessions/${encodeURIComponent(SCRIPT)}?state=${encodeURIComponent(SCRIPT)}&sort=${LINK}`);
    await isText(page, 'Sessions');
  });
});

describe('on the landing page', () => {
  it('a message of the organisers and the name of a user are text', async () => {
    const landing = new LandingPage(await newPage());
    await landing.open(platform.origin);
    await isText(landing.page, `Lunch ${SCRIPT}${TEMPLATE}`);
    await landing.launch({ userId: `adam ${SCRIPT}` });
    await isText(landing.page, `Lunch ${SCRIPT}${TEMPLATE}`);
    await landing.end();
    await landing.title('Your instance has ended').waitFor();
  });

  it.each([
    `#session=${encodeURIComponent(SCRIPT)}&token=${encodeURIComponent(SCRIPT)}`,
    `#reservation=${encodeURIComponent(LINK)}`,
    `#code=${encodeURIComponent(SCRIPT)}`,
    `?next=${encodeURIComponent(LINK)}&error=${encodeURIComponent(SCRIPT)}`,
  ])('a link that somebody sends is text: %s', async (link) => {
    const landing = new LandingPage(await newPage());
    await landing.open(`${platform.origin}/${link}`);
    await isText(landing.page, 'Lunch');
  });
});

describe("on the instance's page", () => {
  const openView = async (view: string) => {
    const page = await newPage();
    await visit(page, session.frontend_url);
    await page.locator('html[data-ready=true]').waitFor({ state: 'attached' });
    await page.evaluate(`location.hash = ${JSON.stringify(`/${view}`)}`);
    return page;
  };
  beforeAll(async () => {
    const name = `Named ${SCRIPT}`;
    const destination = { name, type: 'syslog', host: '127.0.0.1', port: 9, protocol: 'udp' };
    const made = await instance.ask('/destinations', destination);
    expect([made.status, made.body.name]).toEqual([201, name]);
    const phase = {
      id: 'first',
      name,
      description: TEMPLATE.replaceAll(/[{}$]/g, ''),
      steps: [{ product: 'okta_system_log', event: 'session_start', count: 1 }],
    };
    const scenario = await instance.ask('/scenarios', { name, description: SCRIPT, phases: [phase] });
    expect([scenario.status, scenario.body.name]).toEqual([201, name]);
    const url = new URL(`/api/v1/uploads?name=${encodeURIComponent(`${name}.log`)}`, session.frontend_url);
    const { cookie } = instance;
    const body = `2026-11-26 08:01:02 Event ${SCRIPT} ${TEMPLATE} ${ESCAPES}\n`;
    const headers = { cookie, 'content-type': 'application/octet-stream' };
    expect((await fetch(url, { method: 'POST', headers, body })).status).toBe(201);
    const send = { destination_id: made.body.id, scenario_id: scenario.body.id };
    expect((await instance.ask('/sends', send)).status).toBe(202);
  });

  it('names of destinations, scenarios and files, and the organisers’ message, are text', async () => {
    const page = await openView('generate');
    await isText(page, `Lunch ${SCRIPT}${TEMPLATE}`);
    await isText(page, `Named ${SCRIPT}`);
    await isText(page, USER);
  });

  it.each(['scenarios', 'uploads', 'history'])('and so they are in the view %s', async (view) =>
    isText(await openView(view), `Named ${SCRIPT}`),
  );

  it('and so are events of an uploaded file, and what the parser reads', async () => {
    const page = await openView('uploads');
    await page.getByRole('list', { name: 'Uploaded files' }).getByRole('link').click();
    await isText(page, /Event <img/);
    await page.evaluate(`location.hash = '/parser'`);
    await page.getByLabel('Log', { exact: true }).fill(`{"msg":${JSON.stringify(SCRIPT)},"url":"${LINK}"}\n${SCRIPT}`);
    await page.getByRole('button', { name: 'Read fields' }).click();
    await isText(page, /of 2 records read/);
  });

  it.each([
    `history?send=${LINK}`,
    `uploads?upload=${SCRIPT}`,
    `scenarios?edit=${SCRIPT}`,
    `generate?scenario=${LINK}`,
  ])('and so is an address that somebody sends: %s', async (address) =>
    isText(await openView(encodeURI(address)), USER),
  );
});

it('what an attendee wrote is no markup in any answer either', async () => {
  for (const path of [`/nothing/${SCRIPT}`, `/api/${SCRIPT}`, `/api/sessions/${encodeURIComponent(SCRIPT)}`]) {
    const { headers } = await platform.get(path, 'token');
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  }
  await until(() => platform.log.length > 0);
  for (const line of platform.log) expect(() => JSON.parse(line) as unknown).not.toThrow();
});
