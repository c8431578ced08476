import { LandingPage } from '../pages/landing-page';
import { docker, remains } from '../support/docker';
import { AttendeeInstance } from '../support/instance';
import { until } from '../support/platform';
import { betweenRounds, holdRounds, letRoundsGo } from '../support/rounds';
import { containersOf, TestEvent, isWell, startsOf } from './test-event';

let event: TestEvent;
beforeAll(async () => {
  event = await TestEvent.begin({
    SESSION_SUBNET_POOL: '10.218.0.0/16',
    MAX_TOTAL_SESSIONS: '6',
    VOLUME_RETENTION_HOURS: '1',
  });
});
afterEach(() => event.clear());
afterAll(() => event?.close());

it('changes what attendees may do in running instances, and what another organiser sees', async () => {
  const session = await event.launch('ada@example.org');
  const instance = await AttendeeInstance.open(session);
  const [one, other] = [await event.organiser('/configuration'), await event.organiser('/configuration')];
  const lab = { name: 'Lab', type: 'syslog', host: '10.99.0.7', port: 5514, protocol: 'udp' };
  expect((await instance.ask('/destinations', lab)).status).toBe(201);

  await one.page.getByRole('switch', { name: 'Destinations' }).uncheck();
  await one.save('Sessions at once', 5);
  await one.said('Settings saved. They are in force.').waitFor();
  const history = other.page.getByRole('region', { name: 'History' });
  await history.getByText('Sessions at once: 6 → 5').waitFor();
  await history.getByText('Destinations: on → off').waitFor();
  await until(async () => !(await other.page.getByRole('switch', { name: 'Destinations' }).isChecked()));
  expect(await other.setting('Sessions at once').inputValue()).toBe('5');
  await until(async () => (await instance.ask('/session')).body.features.destinations === false);
  expect((await instance.ask('/destinations', { ...lab, name: 'Second lab' })).status).toBe(403);
  for (const { page } of [one, other])
    await page.getByRole('region', { name: 'Rollout' }).getByText('The running instance has taken it.').waitFor();
  for (const admin of [one, other]) await isWell(admin);

  await one.page.getByRole('button', { name: 'Back to 6 (environment): Sessions at once' }).click();
  await until(async () => (await other.setting('Sessions at once').inputValue()) === '6');
  await one.page.getByRole('button', { name: /^Back to what the platform allows by itself/ }).click();
  await until(async () => (await instance.ask('/session')).body.features.destinations === true);
});

it("takes a session that one organiser ends from the other's page", async () => {
  const { session_id: id } = await event.launch('bob@example.org');
  const [one, other] = [await event.organiser('/sessions'), await event.organiser('/sessions')];
  await other.row(id).getByText('2 running').waitFor();
  await one.terminate(id);
  await other.row(id).waitFor({ state: 'detached' });
  await other.said(`admin terminated ${id} just now.`).waitFor();
  expect(await containersOf(id)).toEqual([]);
});

it('names what nobody owns and what was forgotten, changes nothing, and then repairs it', async () => {
  const [orphan, forgotten] = [await event.launch('cyd@example.org'), await event.launch('dan@example.org')];
  const { client } = event.platform.redis;
  await holdRounds(client, 300);
  for (const { session_id: id } of [orphan, forgotten]) {
    await client.del(`session:${id}`);
    await client.zrem('sessions:expiry', id);
  }
  await docker('rm', '-f', `jarvis-${orphan.session_id}-frontend`);
  const before = { containers: await remains(event.platform.deployment), starts: await startsOf(forgotten.session_id) };

  const admin = await event.organiser('/maintenance/upkeep');
  await admin.page.getByRole('button', { name: 'Look first' }).click();
  const report = admin.page.getByRole('group', { name: 'Report' });
  await report.getByText('2 things would be done').waitFor();
  const repair = ({ session_id: id }: { session_id: string }) => report.getByRole('row').filter({ hasText: id });
  await repair(orphan)
    .getByText(/^Remove what is left of an instance that nobody owns/)
    .waitFor();
  await repair(forgotten)
    .getByText(/^Take the running instance back/)
    .waitFor();
  await isWell(admin);
  expect(await remains(event.platform.deployment)).toEqual(before.containers);
  expect(await client.exists(`session:${forgotten.session_id}`)).toBe(0);

  await betweenRounds();
  await letRoundsGo(client);
  await report.getByRole('button', { name: 'Do this now' }).click();
  await report.getByText('2 things done').waitFor({ timeout: 60_000 });
  expect(await containersOf(orphan.session_id)).toEqual([]);
  expect(await startsOf(forgotten.session_id)).toEqual(before.starts);
  expect((await event.sessions()).map(({ session_id }) => session_id)).toEqual([forgotten.session_id]);
  await isWell(admin);
});

it('fills the pool with a real warm instance, and empties it', async () => {
  const admin = await event.organiser('/maintenance/pool');
  const warm = () =>
    docker('ps', '--filter', `label=deployment=${event.platform.deployment}`, '--filter', 'label=warm=true', '-q');
  await admin.page.getByText('0 of 0 ready').waitFor();
  await admin.page.getByLabel('Warm instances to keep').fill('1');
  await admin.page.getByRole('button', { name: 'Set target' }).click();
  await admin.page.getByText('1 of 1 ready').waitFor({ timeout: 60_000 });
  expect(await warm()).toHaveLength(2);
  await isWell(admin);
  await admin.page.getByLabel('Warm instances to keep').fill('0');
  await admin.page.getByRole('button', { name: 'Set target' }).click();
  await admin.page.getByText('0 of 0 ready').waitFor();
  await until(async () => (await warm()).length === 0);
});

it('tells attendees something, on the landing page and inside their instance', async () => {
  const front = await event.attendee();
  const landing = new LandingPage(front);
  await landing.launch({ userId: 'eve@example.org' });
  const inside = await event.attendee(await landing.instanceUrl());
  await inside.locator('html[data-ready=true]').waitFor({ state: 'attached' });

  const admin = await event.organiser('/maintenance/messages');
  await admin.page.getByLabel('Text').fill('Lunch is served in hall 2.');
  await admin.page.getByRole('button', { name: 'Send to all attendees' }).click();
  const shown = admin.page.getByRole('region', { name: 'Shown now' });
  await shown.getByText('On the landing page, and in the running instance.').waitFor();
  for (const page of [front, inside]) await page.getByText('From the organisers: Lunch is served in hall 2.').waitFor();
  await isWell(admin);
  await shown.getByRole('button', { name: 'Take back: Lunch is served in hall 2.' }).click();
  for (const page of [front, inside])
    await page.getByText('From the organisers: Lunch is served in hall 2.').waitFor({ state: 'detached' });
});

it('removes the volumes that ended sessions have left, and tells in the audit log who did what', async () => {
  const session = await event.launch('fay@example.org');
  const kept = `jarvis-${session.session_id}-data`;
  await event.platform.end(session);
  const volumes = () =>
    docker('volume', 'ls', '--filter', `label=deployment=${event.platform.deployment}`, '--format', '{{.Name}}');
  expect(await volumes()).toContain(kept);
  const admin = await event.organiser('/maintenance/volumes');
  const { page } = admin;
  await page.getByRole('row').filter({ hasText: kept }).getByText('fay@example.org').waitFor();
  await isWell(admin);
  await page.getByLabel(`Choose ${kept}`).check();
  await page.getByRole('button', { name: 'Remove 1 volume' }).click();
  await admin.dialog('Remove 1 volume?').getByRole('button', { name: 'Remove for good' }).click();
  await page.getByText('1 volume removed.').waitFor();
  expect(await volumes()).not.toContain(kept);

  await admin.maintenance('audit');
  const log = page.getByRole('table', { name: 'Audit log' });
  for (const act of [
    'purged kept volumes',
    'sent a message',
    'changed the warm pool',
    'reconciled the platform',
    'changed the configuration',
    'terminated',
  ])
    await log.getByText(act).first().waitFor();
  await isWell(admin);
});
