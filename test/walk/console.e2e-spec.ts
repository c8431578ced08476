import { LandingPage } from '../pages/landing-page';
import { SessionsPage } from '../pages/sessions-page';
import { docker } from '../support/docker';
import { AttendeeInstance } from '../support/instance';
import { until } from '../support/platform';
import { containersOf, TestEvent, isWell, startsOf } from './test-event';

const HOUR_MS = 3_600_000;
/** A figure with its unit that is not nothing. */
const SOME = (unit: string) => String.raw`(?!0(?:\.0)? )[\d.,]+ ${unit}`;

let event: TestEvent;
beforeAll(async () => {
  event = await TestEvent.begin({
    SESSION_SUBNET_POOL: '10.217.0.0/16',
    MAX_TOTAL_SESSIONS: '6',
    VOLUME_RETENTION_HOURS: '1',
  });
});
afterEach(() => event.clear());
afterAll(() => event?.close());

it('shows a launch, what it takes and what the platform stands on, as it happens', async () => {
  const [dashboard, list] = [await event.organiser('/'), await event.organiser('/sessions')];
  await dashboard.summary.getByText('0 of 6').waitFor();
  await list.page.getByText('No sessions yet').waitFor();
  const landing = new LandingPage(await event.attendee());
  await landing.launch({ userId: 'ada@example.org' });

  await dashboard.summary.getByText('1 of 6').waitFor();
  await dashboard.page
    .getByRole('figure', { name: 'Launches a minute' })
    .getByRole('row', { name: /^launches \d+ 0 1$/ })
    .waitFor();
  const row = list.row('ada-example-org-');
  await row.getByText('2 running').waitFor();
  await row.getByText(new RegExp(`^${SOME('MB')}$`)).waitFor({ timeout: 60_000 });

  const health = dashboard.page.getByRole('region', { name: 'Health' });
  const [version] = await docker('version', '--format', '{{.Server.Version}}');
  await health.getByText(`up ${version}`).waitFor();
  expect(await health.getByText('present', { exact: true }).count()).toBe(2);
  expect(await health.getByText('up', { exact: true }).count()).toBe(2);
  await health.getByText(new RegExp(`^${SOME('% free')}$`)).waitFor();
  const host = dashboard.page.getByRole('region', { name: 'Host' });
  for (const [name, unit] of [
    ['Processor', '% of \\d+ cores?'],
    ['Memory', 'GB of [\\d.]+ GB'],
  ] as const) {
    const words = await host.getByRole('meter', { name }).getAttribute('aria-valuetext');
    expect(words).toMatch(new RegExp(`^${SOME(unit)}`));
  }
  await host
    .getByText(/^1 instance takes [\d.]+ MB of memory and [\d.]+ % of one processor\.$/)
    .waitFor({ timeout: 60_000 });
  for (const page of [dashboard, list]) await isWell(page);
});

it('shows all of a session while its attendee works in it', async () => {
  const session = await event.launch('grace@example.org');
  const id: string = session.session_id;
  const instance = await AttendeeInstance.open(session);
  const admin = await event.organiser(`/sessions/${id}`);
  const sessions = new SessionsPage(admin.page);
  const details = await sessions.details(id);
  await details.getByText('backend running').waitFor();
  await details.getByText('frontend running').waitFor();
  await details.getByText(`jarvis-${id}-data`).waitFor();
  await isWell(admin);

  await sessions.details(id, 'Logs');
  const log = details.getByRole('log', { name: 'What the backend prints' });
  await log.getByText(/Backend listens/).waitFor();
  expect(await log.getByText(/Send ended/).count()).toBe(0);
  const { body: destination } = await instance.ask('/destinations', {
    name: 'Lab',
    type: 'syslog',
    host: '10.99.0.7',
    port: 5514,
    protocol: 'udp',
  });
  const [product] = (await instance.ask('/products')).body.products;
  const send = { destination_id: destination.id, product_id: product.id, count: 3 };
  expect((await instance.ask('/sends', send)).status).toBe(202);
  const line = String(await log.getByText(/Send ended/).textContent());
  const printed = await docker('logs', `jarvis-${id}-backend`);
  expect(printed).toContain(line);
  const saved = await sessions.download(() => details.getByRole('button', { name: 'Download' }).click());
  for (const each of printed) expect(saved).toContain(each);
  await isWell(admin);

  await sessions.details(id, 'Usage');
  const busy = details
    .getByRole('figure', { name: 'CPU, of one processor' })
    .getByRole('row', { name: new RegExp(`^Backend ${SOME('%')}`) });
  await until(async () => {
    await instance.ask('/generate', { product_id: product.id, count: 200 });
    return (await busy.count()) === 1;
  }, 60_000);
  const memory = await details.getByRole('meter', { name: 'Memory of the backend' }).getAttribute('aria-valuetext');
  const [told] = await docker('stats', '--no-stream', '--format', '{{.MemUsage}}', `jarvis-${id}-backend`);
  expect(Math.abs(parseFloat(memory ?? '') - parseFloat(told ?? '') * 1.048_576)).toBeLessThan(15);
  expect(memory).toMatch(/^[\d.]+ MB of 2\.1 GB$/);
  await isWell(admin);
});

it('changes one session alone, extends it, restarts its containers and ends it', async () => {
  const session = await event.launch('lin@example.org');
  const id: string = session.session_id;
  const instance = await AttendeeInstance.open(session);
  const admin = await event.organiser(`/sessions/${id}`);
  const sessions = new SessionsPage(admin.page);
  const details = await sessions.details(id, 'Settings');
  await details.getByLabel('Most events in total').fill('7');
  await details.getByRole('button', { name: 'Save for this session' }).click();
  await sessions.said(/runs with its new settings/).waitFor();
  expect((await instance.ask('/session')).body.features.max_events).toBe(7);
  await isWell(admin);

  await details.getByRole('button', { name: 'Extend…' }).click();
  await sessions.dialog('Extend the session').getByRole('button', { name: '12 h', exact: true }).click();
  await sessions.dialog('Extend the session').getByRole('button', { name: 'Extend' }).click();
  await sessions.said(/now expires/).waitFor();
  const later = new Date(Date.parse(session.expires_at) + 12 * HOUR_MS).toISOString();
  await until(async () => (await instance.ask('/session')).body.expires_at === later);

  const before = await startsOf(id);
  await details.getByRole('button', { name: 'Restart…' }).click();
  await sessions.dialog('Restart the containers?').getByRole('button', { name: 'Restart' }).click();
  await sessions.said(/were restarted/).waitFor({ timeout: 60_000 });
  const after = await startsOf(id);
  for (const [index, at] of after.entries()) expect(Date.parse(at)).toBeGreaterThan(Date.parse(before[index] ?? ''));
  expect((await instance.ask('/session')).body.features.max_events).toBe(7);

  await sessions.details(id, 'Audit');
  for (const act of ['extended', 'restarted']) await details.getByText(act).waitFor();
  await details.getByText('Most events in total: no limit → 7').waitFor();
  await isWell(admin);
  await details.getByRole('button', { name: 'Terminate…' }).click();
  await sessions.dialog('Terminate the session?').getByRole('button', { name: 'Terminate' }).click();
  await details.getByText(/An organiser ended it/).waitFor();
  expect(await containersOf(id)).toEqual([]);
});

it('extends and ends many sessions at once, and reports', async () => {
  const launched = await Promise.all(['ada', 'bob', 'cyd'].map((user) => event.launch(user)));
  const admin = await event.organiser('/sessions');
  const sessions = new SessionsPage(admin.page);
  await admin.page.getByRole('checkbox', { name: 'Select all 3 shown' }).click();
  await sessions.bar.getByRole('button', { name: 'Extend…' }).click();
  const extend = sessions.dialog('Extend the sessions');
  await extend.getByRole('button', { name: '4 h', exact: true }).click();
  await extend.getByRole('button', { name: 'Extend 3 sessions' }).click();
  const report = sessions.dialog('Operation on many sessions');
  await report.getByRole('progressbar', { name: 'Progress' }).waitFor();
  await report.getByText('3 extended, 0 failed.').waitFor();
  await isWell(admin);
  await report.getByRole('button', { name: 'Close', exact: true }).last().click();
  const ends = (await event.sessions()).map(({ session_id, expires_at }) => [session_id, Date.parse(expires_at)]);
  expect(new Map(ends as [string, number][])).toEqual(
    new Map(launched.map(({ session_id, expires_at }) => [session_id, Date.parse(expires_at) + 4 * HOUR_MS])),
  );

  await sessions.bar.getByRole('button', { name: 'Terminate…' }).click();
  await sessions.dialog('Terminate 3 sessions?').getByRole('button', { name: 'Terminate 3 sessions' }).click();
  await report.getByText('3 terminated, 0 failed.').waitFor();
  await isWell(admin);
  for (const { session_id: id } of launched) expect(await containersOf(id)).toEqual([]);
});

it('creates sessions from a roster, names its bad row, and gives links that open the instances', async () => {
  const admin = await event.organiser('/create');
  const { page } = admin;
  await page.getByRole('tab', { name: 'Roster' }).click();
  await page.getByLabel('People, as CSV').fill('user_id,hours\nmaya@example.org,8\nnoor@example.org,soon\n');
  await page.getByText('1 row understood, 1 bad one').waitFor();
  await page.getByRole('region', { name: 'How the roster is understood' }).getByText('Line 3:').waitFor();
  await isWell(admin);
  await page.getByLabel('Skip bad rows').check();
  await page.getByRole('radio', { name: 'Create now' }).click();
  await page.getByRole('button', { name: 'Create 1 session' }).click();
  await page.getByRole('heading', { name: '1 session created, 1 row refused' }).waitFor();
  const made = page.getByRole('table', { name: 'Links' }).getByRole('row').filter({ hasText: 'maya@example.org' });
  await made.getByText('active').waitFor();
  await isWell(admin);

  const attendee = await event.attendee(String(await made.locator('.link-text').textContent()));
  await attendee.locator('html[data-ready=true]').waitFor({ state: 'attached' });
  expect(attendee.url()).not.toContain(event.platform.origin);
  await attendee.getByText('maya@example.org').first().waitFor();
});
