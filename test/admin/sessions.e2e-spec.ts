import { parse } from 'papaparse';
import { EventStream } from '../support/event-stream';
import { ADMIN, TestPlatform, until } from '../support/platform';

let platform: TestPlatform;
let session: any; // eslint-disable-line
beforeAll(async () => {
  platform = await TestPlatform.start();
  session = (await platform.create('=ann@example.org')).body;
});
afterAll(() => platform.stop());

const path = (rest: string) => `/sessions/${session.session_id}/${rest}`;
const audited = async () => {
  const { body } = await platform.admin('GET', `/audit?target=${session.session_id}`);
  return body.entries.map(({ action }: { action: string }) => action);
};
const asAttendee = (method: string, address: string, body?: object) =>
  fetch(`${session.backend_url}${address}`, {
    method,
    headers: { authorization: `Bearer ${session.access_token}`, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });

it('opens a session with what its attendee has, and puts on record who asked', async () => {
  const { status, body } = await platform.admin('POST', path('access'));
  expect(status).toBe(200);
  const { session_id, frontend_url, backend_url, access_token } = session;
  expect(body).toEqual({ session_id, frontend_url, backend_url, access_token });
  expect(await audited()).toContain('opened');
  expect((await platform.admin('POST', '/sessions/nobody-00000000/access')).status).toBe(404);
});

it('restarts the containers: what the attendee made and the token stay', async () => {
  const destination = { name: 'mine', type: 'syslog', host: '10.99.0.7', port: 5514, protocol: 'udp' };
  const made = await asAttendee('POST', 'destinations', destination);
  expect(made.status).toBe(201);
  const before = (await (await asAttendee('GET', 'destinations')).json()) as object;
  const { status, body } = await platform.admin('POST', path('restart'));
  expect([status, body.status, body.containers]).toEqual([200, 'active', { frontend: 'running', backend: 'running' }]);
  expect(body.config_applied).toBe(true);
  expect(await (await asAttendee('GET', 'destinations')).json()).toEqual(before);
  // The attendee's own link, which gives them a cookie, still opens the page.
  const page = await fetch(session.frontend_url, { redirect: 'manual' });
  expect([page.status, page.headers.has('set-cookie')]).toEqual([302, true]);
  expect(await audited()).toContain('restarted');
});

it('restarts nothing that does not run', async () => {
  const { body: starting } = await platform.create('soon', { prefer: 'respond-async' });
  const refused = await platform.admin('POST', `/sessions/${starting.session_id}/restart`);
  expect([refused.status, refused.body.code]).toEqual([409, 'not_active']);
  const unopened = await platform.admin('POST', `/sessions/${starting.session_id}/access`);
  expect([unopened.status, unopened.body.code]).toEqual([409, 'not_active']);
  await platform.admin('DELETE', `/sessions/${starting.session_id}`);
  expect((await platform.admin('POST', `/sessions/${starting.session_id}/restart`)).status).toBe(410);
});

it('shows the end of what a container printed, as text', async () => {
  const read = async (rest: string) => {
    const address = `${platform.origin}/api/admin${path(rest)}`;
    const answer = await fetch(address, { headers: { authorization: ADMIN } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8']);
    return answer.text();
  };
  const lines = (await read('logs/backend')).trimEnd().split('\n');
  expect(lines.length).toBeGreaterThan(1);
  expect(await read('logs/backend?tail=1')).toBe(`${lines.at(-1)}\n`);
  expect(await read('logs/frontend?tail=0')).toBe('');
});

it('follows what a container prints, over a restart', async () => {
  const stream = await EventStream.open(`${platform.origin}/api/admin${path('logs/backend/events?tail=1')}`, {
    authorization: ADMIN,
  });
  await until(() => stream.of('message').length > 0);
  expect(stream.of('message')).toHaveLength(1);
  expect(stream.of('message')[0]!.data).toMatchObject({ stream: 'stdout', text: expect.any(String) });
  await platform.admin('POST', path('restart'));
  await until(() => stream.of('message').length > 1);
  stream.close();
});

it('says which logs there are not', async () => {
  const unknown = await platform.admin('GET', path('logs/database'));
  expect([unknown.status, unknown.headers.get('content-type')]).toEqual([400, expect.stringContaining('problem+json')]);
  for (const rest of ['logs/backend', 'logs/backend/events']) {
    const { status, body } = await platform.admin('GET', `/sessions/nobody-00000000/${rest}`);
    expect([status, body.code]).toEqual([404, 'not_found']);
  }
  expect((await platform.request('GET', `/api/admin${path('logs/backend')}`)).status).toBe(401);
});

it('has no lines of a session whose containers do not exist yet, and none of one that is gone', async () => {
  const { body: starting } = await platform.create('early', { prefer: 'respond-async' });
  const early = await platform.admin('GET', `/sessions/${starting.session_id}/logs/frontend`);
  expect(early.status).toBe(200);
  await platform.admin('DELETE', `/sessions/${starting.session_id}`);
  for (const rest of ['logs/frontend', 'logs/frontend/events']) {
    const { status, body } = await platform.admin('GET', `/sessions/${starting.session_id}/${rest}`);
    expect([status, body.code]).toEqual([410, 'gone']);
  }
});

it('exports the table without secrets, and no name as a formula', async () => {
  const { status, headers, body } = await platform.admin('GET', '/sessions/export');
  expect(status).toBe(200);
  expect(headers.get('content-type')).toBe('text/csv; charset=utf-8');
  expect(headers.get('content-disposition')).toContain('jarvis-sessions.csv');
  const { data } = parse<Record<string, string>>(body, { header: true, skipEmptyLines: true });
  expect(data).toHaveLength(1);
  expect(data[0]).toMatchObject({
    session_id: session.session_id,
    user_id: "'=ann@example.org",
    status: 'active',
    frontend: 'running',
  });
  for (const secret of [session.session_token, session.access_token]) expect(body).not.toContain(secret);
});
