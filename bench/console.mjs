import { openBrowser } from './browser.mjs';
import { ORGANISER } from './platform.mjs';
import { writeRecords } from './records.mjs';
import { plainRow, shown, verdict } from './report.mjs';
import { allRounded, median, percentile } from './statistics.mjs';

const ROUNDS = 3;
const SCROLL_MS = 3_000;
const STEPS_ONE_WAY = 60;
const STEP_PX = 240;
const WIDTH = 1_280;
const HEIGHT = 900;

/** The organisers' table with many sessions in Chromium: frames while it scrolls, and typing into its search; a bare page of as many plain rows beside it. */
export async function consoleTable({ sessions, platform, signal, progress }) {
  const browser = await openBrowser();
  try {
    progress(`console: writing ${sessions} records`);
    await writeRecords(platform.store, sessions);
    const page = await openTable(browser, platform.url, sessions);
    const bare = await openBare(browser, sessions);
    const frames = { table: [], bare: [] };
    const typing = [];
    for (let round = 0; round < ROUNDS; round++) {
      signal.throwIfAborted();
      progress(`console: round ${round + 1} of ${ROUNDS}`);
      frames.table.push(...(await scroll(page)));
      frames.bare.push(...(await scroll(bare)));
      typing.push(...(await search(page, `listed-${round + 1}7`)));
    }
    const rows = await page.getByRole('row').count();
    await platform.store.flushdb();
    return summary({ sessions, frames, typing, rows });
  } finally {
    await browser.close();
  }
}

async function openTable(browser, url, sessions) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  await page.goto(`${url}/admin/#/sessions`);
  await page.getByLabel('Username').fill(ORGANISER.username);
  await page.getByLabel('Password', { exact: true }).fill(ORGANISER.password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await page
    .getByText(new RegExp(`\\b${sessions.toLocaleString('en')}\\b|\\b${sessions}\\b`))
    .first()
    .waitFor();
  await page.getByRole('row').nth(5).waitFor();
  await page.evaluate(timeKeys);
  return page;
}

/** The yardstick: as many plain rows of a table, without any script. */
async function openBare(browser, sessions) {
  const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
  const row = (index) =>
    `<tr>${Array.from({ length: 9 }, (_, column) => `<td>listed-${index}-${column}@example.org</td>`).join('')}</tr>`;
  const rows = Array.from({ length: sessions }, (_, index) => row(index)).join('');
  await page.setContent(`<table><tbody>${rows}</tbody></table>`);
  return page;
}

/** Scrolls by the wheel, down and up again, and resolves to the milliseconds between the frames that were painted meanwhile. */
async function scroll(page) {
  await page.bringToFront();
  await page.mouse.move(WIDTH / 2, HEIGHT * 0.7);
  const counting = page.evaluate(intervals, SCROLL_MS);
  const end = performance.now() + SCROLL_MS;
  for (let step = 0; performance.now() < end; step++) {
    await page.mouse.wheel(0, step % (2 * STEPS_ONE_WAY) < STEPS_ONE_WAY ? STEP_PX : -STEP_PX);
  }
  return counting;
}

/** In the page: the milliseconds between frames for so long. */
const intervals = (ms) =>
  new Promise((resolve) => {
    const began = performance.now();
    const found = [];
    let last;
    const note = (now) => {
      if (last !== undefined) found.push(now - last);
      last = now;
      if (now - began < ms) requestAnimationFrame(note);
      else resolve(found);
    };
    requestAnimationFrame(note);
  });

/** In the page: notes in `keyTimes` the milliseconds from each key to the second frame after it, by when its effect has been painted. */
const timeKeys = () => {
  globalThis.keyTimes = [];
  const press = () => {
    const at = performance.now();
    requestAnimationFrame(() => requestAnimationFrame(() => globalThis.keyTimes.push(performance.now() - at)));
  };
  addEventListener('keydown', press, { capture: true });
};

/** Types into the search, a key when the last one's effect has been painted, and resolves to the time of each; then empties it again. */
async function search(page, text) {
  await page.bringToFront();
  const field = page
    .getByRole('searchbox')
    .or(page.getByRole('textbox', { name: /search/i }))
    .first();
  await field.click();
  const before = await page.evaluate(() => globalThis.keyTimes.length);
  for (const [index, key] of [...text].entries()) {
    await page.keyboard.press(key);
    await page.waitForFunction((count) => globalThis.keyTimes.length >= count, before + index + 1);
  }
  await field.fill('');
  return page.evaluate((count) => globalThis.keyTimes.slice(count), before);
}

function summary({ sessions, frames, typing, rows }) {
  const results = {
    ...allRounded({
      frame_p50_ms: median(frames.table),
      frame_p95_ms: percentile(frames.table, 95),
      frame_longest_ms: Math.max(...frames.table),
      bare_frame_p50_ms: median(frames.bare),
      bare_frame_p95_ms: percentile(frames.bare, 95),
      bare_frame_longest_ms: Math.max(...frames.bare),
      key_p50_ms: median(typing),
      key_p95_ms: percentile(typing, 95),
    }),
    frames: frames.table.length,
    rows,
    sessions,
    errors: 0,
  };
  const row = (figure, name, last) => ({
    figure,
    platform: `${shown(results[name])} ms`,
    yardstick: `${shown(results[`bare_${name}`])} ms`,
    verdict: last ?? shown(results[name] / results[`bare_${name}`]),
  });
  return {
    results,
    about:
      `${sessions} sessions as records only, in headless Chromium without a graphics card, ${WIDTH} pixels wide. ${ROUNDS} rounds of ` +
      `${SCROLL_MS / 1_000} s of turning the wheel; yardstick: a page of ${sessions} plain table rows without script.`,
    rows: [
      row('between frames while scrolling, p50', 'frame_p50_ms'),
      row('between frames while scrolling, p95', 'frame_p95_ms', verdict(results.frame_p95_ms, { atMost: 50 }, ' ms')),
      row('between frames while scrolling, longest', 'frame_longest_ms'),
      plainRow('key in the search until the second frame, p50', `${shown(results.key_p50_ms)} ms`),
      {
        ...plainRow('key in the search until the second frame, p95', `${shown(results.key_p95_ms)} ms`),
        verdict: verdict(results.key_p95_ms, { atMost: 100 }, ' ms'),
      },
      plainRow('rows in the page', rows),
    ],
  };
}
