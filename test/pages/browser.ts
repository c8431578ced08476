import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { until } from '../support/platform';

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS });

const MOST_TRIES = 4;
const NETWORK_CHANGED = /ERR_NETWORK_CHANGED|chrome-error:/;

/** Opens an address; again where Docker's networks changed at that very moment, which breaks Chromium's connections. */
export async function visit(page: Page, address: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await page.goto(address);
      return;
    } catch (error) {
      if (tries === MOST_TRIES || !NETWORK_CHANGED.test(String(error))) throw error;
    }
  }
}

/** The page that a click opens; opened again where Docker's networks changed at that very moment. */
export async function openedBy(page: Page, click: () => Promise<void>): Promise<Page> {
  const context = page.context();
  const broken: string[] = [];
  const note = (request: Request): void => {
    const isBroken = request.isNavigationRequest() && NETWORK_CHANGED.test(request.failure()?.errorText ?? '');
    if (isBroken) broken.push(request.url());
  };
  context.on('requestfailed', note);
  try {
    const [opened] = await Promise.all([context.waitForEvent('page'), click()]);
    await opened.waitForLoadState();
    if (broken[0]) await visit(opened, broken[0]);
    return opened;
  } finally {
    context.off('requestfailed', note);
  }
}

/** Cuts off the first answers for what `pattern` names, as a change of network does; tells how many requests there were. */
export async function cutOff(page: Page, pattern: string, times: number): Promise<() => number> {
  let requests = 0;
  await page.route(pattern, (route) => (++requests > times ? route.continue() : route.abort('connectionaborted')));
  return () => requests;
}

/** Has the first answer for what `pattern` names lost, once the server has done what was asked; tells how many were lost. */
export async function loseAnswer(page: Page, pattern: string): Promise<() => number> {
  let lost = 0;
  await page.route(pattern, async (route) => {
    if (lost > 0) return route.continue();
    lost += 1;
    await route.fetch();
    return route.abort('connectionaborted');
  });
  return () => lost;
}

const WHOLE = `document.readyState === 'complete' && [...document.querySelectorAll('link[rel=stylesheet]')].every(({ sheet }) => sheet)`;

/** Resolves when the page has loaded with all of its stylesheets; it may load anew meanwhile. */
export const isWhole = (page: Page): Promise<void> => until(() => page.evaluate<boolean>(WHOLE).catch(() => false));

/** What a page complains about from now on: errors of its own, and breaches of its content security policy. */
export const complaintsOf = (page: Page): string[] => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('console', (message) => {
    const expected = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !expected) complaints.push(message.text());
  });
  return complaints;
};

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: readonly string[];
}

/** Without reading stylesheets itself, which it needs for none of its rules that are on: one that still loads would be taken for foreign and put into the page, against its policy. */
const RUN_AXE = `axe.run({ preload: false }).then(({ violations }) => violations.map(({ id, impact, nodes }) =>
  ({ id, impact, nodes: nodes.map(({ target }) => target.join(' ')) })))`;

/** Resolves when nothing on the page is on its way from one look to another: what fades in has no colours of its own yet. */
const SETTLED = `(async () => {
  const moving = () => document.getAnimations().filter(({ effect, playState }) =>
    playState === 'running' && effect && effect.getComputedTiming().endTime !== Infinity);
  for (let calm = 0; calm < 3; calm = moving().length > 0 ? 0 : calm + 1) {
    await Promise.allSettled(moving().map(({ finished }) => finished));
    await new Promise((resolve) => requestAnimationFrame(resolve));
  }
})()`;

/** The serious and critical findings of axe on the page when it has come to rest; injected past the page's content security policy. */
export const seriousFindings = async (page: Page): Promise<Violation[]> => {
  const session = await page.context().newCDPSession(page);
  await session.send('Runtime.evaluate', { expression: SETTLED, awaitPromise: true });
  await session.send('Runtime.evaluate', {
    expression: await readFile(require.resolve('axe-core/axe.min.js'), 'utf8'),
  });
  const { result } = await session.send('Runtime.evaluate', {
    expression: RUN_AXE,
    awaitPromise: true,
    returnByValue: true,
  });
  await session.detach();
  const violations = result.value as Violation[];
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
};
