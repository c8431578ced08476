import { claim, reserve, sendRoster } from '../admin/roster-links';
import { TestPlatform, until, type Answer } from '../support/platform';
import { processesWith } from '../support/processes';

const CODE = 'K7QM-4XWD';
const OTHER = 'ZZ99-aa11';

let platform: TestPlatform;
const start = async (variables: Record<string, string> = {}) => {
  platform = await TestPlatform.start({ MAX_TOTAL_SESSIONS: '3', EVENT_ACCESS_CODE: CODE, ...variables });
};
afterEach(async () => {
  const { deployment } = platform;
  await platform.stop();
  expect(processesWith(deployment)).toEqual([]);
});

const QUICK = { prefer: 'respond-async' };
const WAIT = { prefer: 'respond-async, waiting-room' };
const launch = (
  user: string,
  code?: unknown,
  headers: Record<string, string> = QUICK,
  at = platform,
): Promise<Answer> =>
  at.request('POST', '/api/sessions', { user_id: user, ...(code !== undefined && { access_code: code }) }, headers);
const setCode = (code: string | null, at = platform) => at.admin('PUT', '/config', { event_access_code: code });
const asks = async (at = platform) => (await at.get('/api/health')).body.access_code_required as boolean;
const outcome = ({ status, body }: Answer) => [status, body.code];
const tally = (answers: readonly Answer[]) => {
  const counts: Record<string, number> = {};
  for (const answer of answers) {
    const key = outcome(answer).join(' ').trim();
    counts[key] = (counts[key] ?? 0) + 1;
  }
  return counts;
};

it('asks for nothing where no code is set, and takes no offence at one that is sent', async () => {
  await start({ EVENT_ACCESS_CODE: '' });
  expect(await asks()).toBe(false);
  expect((await launch('ada')).status).toBe(202);
  expect((await launch('ben', 'whatever')).status).toBe(202);
});

it('lets in who shows the code, and tells everybody else what to do', async () => {
  await start();
  expect(await asks()).toBe(true);
  for (const missing of [undefined, '', ' ']) {
    const { status, body, headers } = await launch('ada', missing);
    expect([status, headers.get('content-type')]).toEqual([403, expect.stringContaining('application/problem+json')]);
    expect(body).toMatchObject({ code: 'access_code_required', detail: expect.stringContaining('access_code') });
  }
  for (const wrong of [OTHER, CODE.toLowerCase(), `${CODE}${CODE}`, CODE.slice(1), 'é'.repeat(9)])
    expect(outcome(await launch('ada', wrong))).toEqual([403, 'access_code_wrong']);
  for (const malformed of [7, null, ['K7QM-4XWD'], { $ne: '' }, 'x'.repeat(257)])
    expect(outcome(await launch('ada', malformed))).toEqual([400, 'invalid']);
  expect((await platform.get('/api/health')).body.active_sessions).toBe(0);
  expect((await launch('ada', ` ${CODE} `)).status).toBe(202);
});

it('asks for the code before a place in line is given, and for none when the turn comes', async () => {
  await start({ MAX_TOTAL_SESSIONS: '1' });
  const { body: first } = await launch('ada', CODE);
  expect(outcome(await launch('ben', undefined, WAIT))).toEqual([403, 'access_code_required']);
  expect(outcome(await launch('ben', OTHER, WAIT))).toEqual([403, 'access_code_wrong']);
  expect((await platform.get('/api/capacity')).body.waiting.length).toBe(0);
  const { status, body: ticket } = await launch('ben', CODE, WAIT);
  expect([status, ticket.place]).toEqual([202, 1]);
  await setCode(OTHER);
  await until(
    async () => (await platform.get(`/api/sessions/${first.session_id}`, first.session_token)).body.status === 'active',
  );
  await platform.end(first);
  const place = () => platform.get(`/api/tickets/${ticket.ticket_id}`, ticket.session_token);
  await until(async () => (await place()).body.status === 'admitted');
});

it('asks for no code where organisers have launched or kept a place themselves', async () => {
  await start();
  const created = await sendRoster(platform, 'create', 'ada');
  expect(created.body.entries).toHaveLength(1);
  const [kept] = await reserve(platform, ['ben']);
  expect((await claim(platform, kept!.token)).status).toBe(202);
});

it('is changed, lifted and set back by organisers while it runs, on every manager at once', async () => {
  await start({ MAX_TOTAL_SESSIONS: '9', MAX_SESSIONS_PER_USER: '9' });
  const replica = await platform.startReplica();
  try {
    expect((await launch('ada', CODE, QUICK, replica)).status).toBe(202);
    expect((await setCode(OTHER)).body).toMatchObject({
      event_access_code: OTHER,
      sources: { event_access_code: 'admin' },
      base: { event_access_code: CODE },
    });
    expect(outcome(await launch('ada', CODE, QUICK, replica))).toEqual([403, 'access_code_wrong']);
    expect((await launch('ada', OTHER, QUICK, replica)).status).toBe(202);
    await setCode(null, replica);
    expect([await asks(), (await launch('ada')).status]).toEqual([false, 202]);
    await platform.admin('PUT', '/config', { reset: ['event_access_code'] });
    expect(outcome(await launch('ada', OTHER, QUICK, replica))).toEqual([403, 'access_code_wrong']);
    expect((await launch('ada', CODE, QUICK, replica)).status).toBe(202);
  } finally {
    await replica.stopManager();
  }
});

it('refuses what nobody could type from a badge as a code', async () => {
  await start();
  for (const code of ['short', '', 'with a space', 'x'.repeat(65), 'K7QM–4XWD', 7]) {
    const { status, body } = await platform.admin('PUT', '/config', { event_access_code: code });
    expect([code, status, body.errors[0].field]).toEqual([code, 400, 'event_access_code']);
  }
  expect((await platform.admin('GET', '/config')).body.event_access_code).toBe(CODE);
});

it('answers a repeated request as the first one, whatever has become of the code since', async () => {
  await start();
  const once = { ...QUICK, 'idempotency-key': 'a-key-of-one-launch' };
  const first = await launch('ada', CODE, once);
  await setCode(OTHER);
  for (const code of [CODE, OTHER, undefined]) {
    const { status, body } = await launch('ada', code, once);
    expect([[201, 202].includes(status), body.session_id, body.session_token]).toEqual([
      true,
      first.body.session_id,
      first.body.session_token,
    ]);
  }
  expect(outcome(await launch('ben', CODE, once))).toEqual([403, 'access_code_wrong']);
  expect((await platform.get('/api/health')).body.active_sessions).toBe(1);
});

it('lets nobody in by the old code once the change of it is answered, however many try', async () => {
  await start({ MAX_TOTAL_SESSIONS: '6' });
  const crowd = (name: string) => Promise.all(Array.from({ length: 30 }, (_, i) => launch(`${name}-${i}`, CODE)));
  const early = crowd('early');
  await setCode(OTHER);
  const late = await crowd('late');
  expect(tally(late)).toEqual({ '403 access_code_wrong': 30 });
  const outcomes = Object.keys(tally(await early));
  expect(outcomes.filter((key) => !['202', '503 full', '403 access_code_wrong'].includes(key))).toEqual([]);
});

it('counts wrong codes per address over all managers, and never slows the right one', async () => {
  await start({ TRUST_PROXY: 'true', MAX_TOTAL_SESSIONS: '9' });
  const replica = await platform.startReplica();
  const from = (address: string) => ({ ...QUICK, 'x-forwarded-for': address });
  try {
    const missing = await Promise.all(Array.from({ length: 50 }, () => launch('eve', undefined, from('192.0.2.7'))));
    expect(tally(missing)).toEqual({ '403 access_code_required': 50 });
    const guesses = Array.from({ length: 340 }, (_, i) =>
      launch('eve', `guess-${i}`, from('192.0.2.7'), i % 2 === 0 ? platform : replica),
    );
    const [answers, right] = await Promise.all([Promise.all(guesses), launch('ada', CODE, from('192.0.2.7'))]);
    expect(tally(answers)).toEqual({ '403 access_code_wrong': 300, '429 too_many_wrong_codes': 40 });
    expect(right.status).toBe(202);
    const { headers, body } = await launch('eve', 'guess-again', from('192.0.2.7'), replica);
    expect(body.code).toBe('too_many_wrong_codes');
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect((await launch('ben', CODE, from('192.0.2.7'), replica)).status).toBe(202);
    expect(outcome(await launch('eve', 'guess-again', from('192.0.2.8')))).toEqual([403, 'access_code_wrong']);
    const warnings = [...platform.log, ...replica.log].filter((line) => line.includes('Very many wrong access codes'));
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain('192.0.2.7');
  } finally {
    await replica.stopManager();
  }
});

it('believes no address that a client makes up', async () => {
  await start();
  const guesses = Array.from({ length: 320 }, (_, i) =>
    launch('eve', `guess-${i}`, { ...QUICK, 'x-forwarded-for': `192.0.2.${i % 250}` }),
  );
  expect(tally(await Promise.all(guesses))).toEqual({ '403 access_code_wrong': 300, '429 too_many_wrong_codes': 20 });
});

it('shows the code to organisers alone: not in answers, the log, the audit or what runs', async () => {
  await start({ LOG_LEVEL: 'debug' });
  const { body: session } = await platform.request('POST', '/api/sessions', { user_id: 'ada', access_code: CODE });
  await launch('ben', `${CODE}x`);
  await setCode(OTHER);
  await setCode(`${OTHER}!`);
  await platform.admin('PUT', '/config', { event_access_code: 'bad' });
  const admin = (path: string) => platform.admin('GET', path);
  const told = await Promise.all([
    platform.get('/api/health'),
    platform.get('/api/capacity'),
    platform.get('/api/messages'),
    platform.get(`/api/sessions/${session.session_id}`, session.session_token),
    admin('/audit'),
    admin('/sessions/active'),
    admin(`/sessions/${session.session_id}`),
    admin('/dashboard'),
  ]);
  const [entry, earlier] = told[4].body.entries;
  expect([entry.detail, earlier.detail]).toEqual(
    Array.from({ length: 2 }, () => ({ changes: { event_access_code: { from: 'set', to: 'set anew' } } })),
  );
  const running = processesWith(platform.deployment).map(({ command }) => command);
  const everything = JSON.stringify([told.map(({ body }) => body), session, platform.log, running]);
  for (const secret of [CODE, OTHER]) expect(everything).not.toContain(secret);
  expect(outcome(await platform.get('/api/admin/config'))).toEqual([401, 'unauthorized']);
  expect((await admin('/config')).body.event_access_code).toBe(`${OTHER}!`);
});
