import { ADMIN, TestPlatform } from '../support/platform';
import { EventStream } from '../support/event-stream';

let platform: TestPlatform;
beforeAll(async () => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '4' });
});
afterAll(() => platform.stop());

it('opens', async () => {
  const s = await EventStream.open(`${platform.origin}/api/admin/events`, { authorization: ADMIN });
  await s.next('dashboard');
  const created = await platform.create('ann');
  await s.next('session', ({ status }) => status === 'active');
  await s.next('usage', () => true, 15_000);
  await platform.end(created.body);
  await s.next('session_gone');
  console.log(JSON.stringify(s.events, null, 1), s.notes);
  s.close();
  console.log(
    JSON.stringify((await platform.admin('GET', '/launches?minutes=5')).body),
    (await platform.admin('GET', '/usage')).body,
  );
  console.log(platform.log.slice(-10), await platform.leftovers());
});
