// Pictures of the organisers' console for docs/console.md: npm run screenshots [-- NAME…]
import { mkdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { openBrowser } from '../bench/browser.mjs';
import { freeBlock } from '../bench/free-block.mjs';
import { ORGANISER, Platform } from '../bench/platform.mjs';
import { build } from './build.mjs';
import { at, shown } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { main, say, step } from './lib/say.mjs';
import { stopSignals } from './lib/stop-signals.mjs';
import { eventDay } from './screenshots/event-day.mjs';

const PORTS = 120;
const READING_MS = 2_000;
const MOST_READINGS = 8;
const FOLDER = at('docs/screenshots');
const WIDE = { width: 1_440, height: 900 };
const PHONE = { width: 390, height: 844 };
const ROSTER =
  'user_id,hours,table\nnoor@example.org,8,1\nsam@example.org,8,1\nkim@example.org,soon,2\nyuki@example.org,4,2\n';

const logIn = async (page) => {
  await page.getByLabel('Username').fill(ORGANISER.username);
  await page.getByLabel('Password', { exact: true }).fill(ORGANISER.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page.getByRole('banner').getByText('Live', { exact: true }).waitFor();
};
/** Bringing the page up is work for the host: a few readings later that is over, unless others work on it, too. */
const drawn = async (page) => {
  await page.locator('figure canvas').nth(4).waitFor();
  for (let tries = 0; tries < MOST_READINGS; tries++) {
    await sleep(2 * READING_MS);
    if ((await page.getByText(/ cores?, busy$/).count()) === 0) return;
  }
};

/** Each picture: the page's address, how it is looked at, and what is done before. */
const PICTURES = {
  login: { path: '/', guest: true, act: (page) => page.getByLabel('Username').waitFor() },
  dashboard: { path: '/', full: true, act: drawn },
  'dark-dashboard': { path: '/', scheme: 'dark', full: true, act: drawn },
  'phone-dashboard': { path: '/', size: PHONE, act: drawn },
  sessions: {
    path: '/sessions',
    act: async (page) => {
      await page.getByRole('row').getByText(/ MB$/).nth(6).waitFor();
      await page.getByRole('checkbox', { name: /^Select grace-/ }).click();
      await page.getByRole('checkbox', { name: /^Select alan-/ }).click();
    },
  },
  'phone-sessions': {
    path: '/sessions',
    size: PHONE,
    act: (page) => page.getByRole('list', { name: 'Sessions' }).getByRole('listitem').first().waitFor(),
  },
  session: {
    path: (id) => `/sessions/${id}`,
    act: (page) => page.getByRole('dialog').getByText('backend running').waitFor(),
  },
  'session-usage': {
    path: (id) => `/sessions/${id}`,
    act: async (page) => {
      await page.getByRole('tab', { name: 'Usage' }).click();
      await page.getByRole('dialog').locator('canvas').nth(1).waitFor();
    },
  },
  'session-logs': {
    path: (id) => `/sessions/${id}`,
    act: async (page) => {
      await page.getByRole('tab', { name: 'Logs' }).click();
      await page
        .getByRole('log')
        .getByText(/listens/)
        .first()
        .waitFor();
    },
  },
  create: {
    path: '/create',
    full: true,
    act: async (page) => {
      await page.getByRole('tab', { name: 'Roster' }).click();
      await page.getByLabel('People, as CSV').fill(ROSTER);
      await page.getByText('Line 4:').waitFor();
    },
  },
  configuration: {
    path: '/configuration',
    full: true,
    act: (page) =>
      page
        .getByRole('region', { name: 'Rollout' })
        .getByText(/^All .* have taken it\.$/)
        .waitFor(),
  },
  maintenance: {
    path: '/maintenance/upkeep',
    full: true,
    act: async (page) => {
      await page.getByRole('button', { name: 'Look first' }).click();
      await page.getByText('would be done').first().waitFor();
    },
  },
  'maintenance-pool': { path: '/maintenance/pool', act: (page) => page.getByText('of 4 ready').waitFor() },
  'maintenance-volumes': { path: '/maintenance/volumes', act: (page) => page.getByText('2 volumes').waitFor() },
  'maintenance-messages': {
    path: '/maintenance/messages',
    act: async (page) => {
      await page.getByLabel('Text').fill('The workshop in hall 3 begins at 14:00. Keep your instance open.');
      await page
        .getByRole('region', { name: 'Shown now' })
        .getByText(/ all \d+ running instances/)
        .waitFor();
    },
  },
  audit: { path: '/maintenance/audit', act: (page) => page.getByRole('table', { name: 'Audit log' }).waitFor() },
};

/** A browser of an organiser who is logged in, by what they look at it with: one login for all their pictures. */
class Organisers {
  pages = new Map();

  constructor(browser, url) {
    this.browser = browser;
    this.url = url;
  }

  async page({ size = WIDE, scheme = 'light', guest = false }) {
    const key = `${size.width} ${scheme} ${guest}`;
    if (!this.pages.has(key)) this.pages.set(key, await this.open(size, scheme, guest));
    return this.pages.get(key);
  }

  async open(viewport, colorScheme, guest) {
    const page = await this.browser.newPage({ viewport, colorScheme, reducedMotion: 'reduce', locale: 'en-GB' });
    await page.goto(`${this.url}/admin/`);
    await page.getByLabel('Username').waitFor();
    if (!guest) await logIn(page);
    return page;
  }
}

async function take(organisers, id, name) {
  const { path, full = false, act, ...how } = PICTURES[name];
  const page = await organisers.page(how);
  await page.evaluate(`location.hash = ${JSON.stringify(typeof path === 'string' ? path : path(id))}`);
  await page.mouse.move(0, 0);
  await act(page);
  await page.waitForFunction('[...document.images].every(({ complete }) => complete)');
  await page.screenshot({ path: `${FOLDER}/${name}.png`, fullPage: full, animations: 'disabled', caret: 'hide' });
}

async function screenshots() {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(PICTURES);
  await prepare();
  await build();
  const stop = new AbortController();
  void stopSignals(() => process.exit(1)).then(() => stop.abort(new Error('Stopped')));
  const variables = {
    VOLUME_RETENTION_HOURS: '24',
    DESTINATIONS_ALLOW: '127.0.0.1/32',
    MAX_TOTAL_SESSIONS: '150',
    MAX_SESSIONS_PER_USER: '5',
  };
  const choice = { driver: 'process', firstPort: await freeBlock(PORTS + 1), portCount: PORTS, variables };
  const platform = new Platform(choice, stop.signal);
  let browser;
  let day;
  try {
    await step('Starting a platform', () => platform.start());
    day = await step('Filling it with an event', () => eventDay(platform));
    browser = await openBrowser();
    const organisers = new Organisers(browser, platform.url);
    mkdirSync(FOLDER, { recursive: true });
    for (const name of names) await step(name, () => take(organisers, day.session.session_id, name));
    say(`The pictures are in ${shown(FOLDER)}.`);
  } finally {
    await browser?.close();
    day?.close();
    await platform.stop();
  }
}

await main(screenshots);
