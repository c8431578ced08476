import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Client, waitFor, type Answer } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { tcpReceiver } from './support/receivers';

interface FieldError {
  readonly field: string;
  readonly message: string;
}
interface Listed {
  readonly id: string;
  readonly name: string;
  readonly custom: boolean;
  readonly allowed: boolean;
  readonly reason: string | null;
  readonly problems: readonly FieldError[];
  readonly left_out: readonly string[];
}
interface Shown {
  readonly raw: string;
  readonly time: string;
  readonly product_id: string;
  readonly phase: string;
}

const apiKey = newApiKey();
const build = buildPair();
const dataDir = mkdtempSync(join(tmpdir(), 'jarvis-data-'));
const content = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
let backend: Running;
let attendee: Client;
let organiser: Client;

async function start(): Promise<void> {
  backend = await startServer(join(build.folder, 'backend.cjs'), {
    ...backendEnv(apiKey, dataDir),
    EVENT_GENERATORS_DIR: join(content, 'event_generators'),
    PARSERS_DIR: join(content, 'parsers'),
  });
  attendee = new Client(backend.url, { Authorization: `Bearer ${tokenOf(apiKey)}` });
  organiser = new Client(backend.url, { 'X-API-Key': apiKey });
}

beforeAll(async () => {
  cpSync(resolve(__dirname, '../../Backend'), content, { recursive: true });
  await start();
});
afterEach(async () => {
  await organiser.features({});
  for (const { id } of await own()) await attendee.call('DELETE', `scenarios/${id}`);
});
afterAll(async () => {
  await backend.stop('SIGKILL');
  rmSync(dataDir, { recursive: true });
  rmSync(content, { recursive: true });
  build.remove();
});

const OKTA = { product: 'okta_system_log', event: 'session_start', count: 2 };
const ASA = { product: 'cisco_asa', event: 'built', count: 3 };
const phase = (id: string, steps: readonly object[], more: object = {}) => ({
  id,
  name: id,
  description: 'What happens.',
  steps,
  ...more,
});
const scenario = (name: string, more: object = {}) => ({
  name,
  description: 'A story of my own.',
  phases: [phase('first', [OKTA], { mitre: ['T1110.001'], lasts: '10m' }), phase('second', [ASA], { wait: '20m' })],
  ...more,
});
/** One step that puts `value` into what the event says. */
const saying = (value: unknown, vars: object = {}) =>
  scenario('Says', { vars, phases: [phase('only', [{ ...OKTA, count: 1, with: { external_session: value } }])] });

const hundred = (step: object): object[] => Array.from({ length: 100 }, () => step);
const residentMb = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1]) / 1024;

const list = async (): Promise<Listed[]> => (await attendee.call('GET', 'scenarios')).body['scenarios'] as Listed[];
const own = async (): Promise<Listed[]> => (await list()).filter(({ custom }) => custom);
const listed = async (id: string): Promise<Listed> =>
  (await attendee.call('GET', `scenarios/${id}`)).body as unknown as Listed;
const create = async (body: object): Promise<string> => {
  const { status, body: created } = await attendee.call('POST', 'scenarios', body);
  if (status !== 201) throw new Error(`${status}: ${JSON.stringify(created)}`);
  return String(created['id']);
};
const errorsOf = ({ body }: Answer): FieldError[] => body['errors'] as FieldError[];
const fieldsOf = (answer: Answer): string[] => errorsOf(answer).map(({ field }) => field);
const eventsOf = ({ body }: Answer): Shown[] => body['events'] as Shown[];

describe('a scenario of the attendee', () => {
  it('is kept, listed beside those of the organisers, read, replaced and deleted', async () => {
    const created = await attendee.call('POST', 'scenarios', scenario('Night shift'));
    expect(created).toMatchObject({
      status: 201,
      body: {
        id: 'custom-night-shift',
        custom: true,
        allowed: true,
        problems: [],
        default_count: 5,
        lasts_s: 35 * 60,
        phases: [
          {
            id: 'first',
            wait: '0s',
            lasts: '10m',
            events: 2,
            steps: [{ product: { id: 'okta_system_log' }, event: { id: 'session_start' }, count: 2, malicious: true }],
          },
          { id: 'second', wait: '20m', lasts: '5m', steps: [{ count: 3, malicious: false }] },
        ],
      },
    });
    expect(created.headers.get('location')).toBe('/api/v1/scenarios/custom-night-shift');
    const all = await list();
    expect(all.at(-1)).toMatchObject({ id: 'custom-night-shift', custom: true });
    expect(all.filter(({ custom }) => !custom).length).toBeGreaterThan(1);

    const source = await attendee.call('GET', 'scenarios/custom-night-shift/source');
    expect(source).toMatchObject({ status: 200, body: { id: 'custom-night-shift', ...scenario('Night shift') } });
    const changed = { ...source.body, name: 'Day shift', phases: scenario('').phases.slice(1) };
    expect(await attendee.call('PUT', 'scenarios/custom-night-shift', changed)).toMatchObject({
      status: 200,
      body: { id: 'custom-night-shift', name: 'Day shift', default_count: 3 },
    });
    expect((await own()).map(({ name }) => name)).toEqual(['Day shift']);

    expect((await attendee.call('DELETE', 'scenarios/custom-night-shift')).status).toBe(204);
    for (const [method, path] of [
      ['DELETE', 'scenarios/custom-night-shift'],
      ['GET', 'scenarios/custom-night-shift'],
      ['GET', 'scenarios/custom-night-shift/source'],
    ] as const)
      expect((await attendee.call(method, path)).status).toBe(404);
    expect((await attendee.call('PUT', 'scenarios/custom-night-shift', changed)).status).toBe(404);
  });

  it('is shown, exported, sent and told of by its id', async () => {
    const id = await create(scenario('To be sent', { vars: { mark: 'mark-{{int(1000, 9999)}}' } }));
    const preview = await attendee.call('POST', 'generate', { scenario_id: id, seed: 'demo', timeline: true });
    expect(preview.status).toBe(200);
    expect(eventsOf(preview).map((event) => event.phase)).toEqual(['first', 'first', 'second', 'second', 'second']);

    const file = await fetch(`${backend.url}/api/v1/export?scenario_id=${id}&format=jsonl`, {
      headers: { 'X-API-Key': apiKey },
    });
    expect((await file.text()).trim().split('\n')).toHaveLength(5);

    const receiver = await tcpReceiver();
    const where = { type: 'syslog', name: 'here', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
    const destination_id = await attendee.destination(where);
    const { body } = await attendee.call('POST', 'sends', { scenario_id: id, destination_id });
    const send = await attendee.ended(String(body['id']));
    expect(send).toMatchObject({ state: 'completed', sent: 5 });
    await waitFor(() => (receiver.messages.length === 5 ? true : undefined));
    expect((await attendee.call('GET', `sends/${send.id}/result`)).body).toMatchObject({
      events: 5,
      malicious: 2,
      mitre: ['T1110.001'],
    });
    expect(eventsOf(await attendee.call('GET', `sends/${send.id}/log`))).toHaveLength(5);

    // What was sent cannot be made again from another definition, and says so.
    await attendee.call('PUT', `scenarios/${id}`, scenario('To be sent', { phases: [phase('other', [ASA])] }));
    expect(await attendee.call('GET', `sends/${send.id}/log`)).toMatchObject({
      status: 409,
      body: { code: 'content_changed' },
    });
    await attendee.call('DELETE', `scenarios/${id}`);
    expect((await attendee.call('GET', `sends/${send.id}/log`)).status).toBe(409);
    expect((await attendee.call('GET', `sends/${send.id}/result`)).status).toBe(200);
    await attendee.call('DELETE', `destinations/${destination_id}`);
    await receiver.close();
  });

  it('goes on being sent as it was when it is changed or deleted meanwhile', async () => {
    const id = await create(scenario('Changing'));
    const receiver = await tcpReceiver();
    const where = { type: 'syslog', name: 'there', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
    const destination_id = await attendee.destination(where);
    const { body } = await attendee.call('POST', 'sends', { scenario_id: id, destination_id, count: 60, rate: 60 });
    await waitFor(() => (receiver.messages.length > 2 ? true : undefined));
    await attendee.call('DELETE', `scenarios/${id}`);
    expect(await attendee.ended(String(body['id']))).toMatchObject({ state: 'completed', sent: 60 });
    await attendee.call('DELETE', `destinations/${destination_id}`);
    await receiver.close();
  });

  it('is kept when the backend is killed', async () => {
    const before = await create(scenario('Kept'));
    await attendee.call('PUT', `scenarios/${before}`, scenario('Kept, and changed'));
    const source = (await attendee.call('GET', `scenarios/${before}/source`)).body;
    await backend.stop('SIGKILL');
    await start();
    expect((await own()).map(({ id, name }) => [id, name])).toEqual([[before, 'Kept, and changed']]);
    expect((await attendee.call('GET', `scenarios/${before}/source`)).body).toEqual(source);
    expect((await attendee.call('POST', 'generate', { scenario_id: before })).status).toBe(200);
  });

  it('is nobody’s business without the secret', async () => {
    const nobody = new Client(backend.url, {});
    for (const [method, path] of [
      ['POST', 'scenarios'],
      ['POST', 'scenarios/try'],
      ['PUT', 'scenarios/custom-x'],
      ['DELETE', 'scenarios/custom-x'],
      ['GET', 'scenarios/mfa_fatigue/source'],
    ] as const)
      expect((await nobody.call(method, path, method === 'GET' ? undefined : {})).status).toBe(401);
  });
});

describe('names, ids and numbers', () => {
  it('gives a name and an id only once, however many ask at once', async () => {
    const names = await Promise.all(
      Array.from({ length: 20 }, () => attendee.call('POST', 'scenarios', scenario('The Same'))),
    );
    expect(names.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(names.filter(({ status }) => status === 409)).toHaveLength(19);
    expect(fieldsOf(names.find(({ status }) => status === 409)!)).toEqual(['name']);
    expect((await attendee.call('POST', 'scenarios', scenario('the same'))).status).toBe(409);

    const ids = await Promise.all(
      Array.from({ length: 20 }, (_, index) =>
        attendee.call('POST', 'scenarios', scenario(`Number ${index}`, { id: 'custom-one' })),
      ),
    );
    expect(ids.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(fieldsOf(ids.find(({ status }) => status === 409)!)).toEqual(['id']);

    const made = await Promise.all(
      Array.from({ length: 10 }, (_, index) => create(scenario(`Again ${'!'.repeat(index)}`))),
    );
    expect(new Set(made).size).toBe(10);

    const [first] = made;
    const renamed = await attendee.call('PUT', `scenarios/${first}`, scenario('The same'));
    expect(renamed.status).toBe(409);
    expect(fieldsOf(renamed)).toEqual(['name']);
  });

  it('keeps up to 50, however many are created at once', async () => {
    const answers = await Promise.all(
      Array.from({ length: 70 }, (_, index) => attendee.call('POST', 'scenarios', scenario(`One of many ${index}`))),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(50);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
    expect(await own()).toHaveLength(50);
    const [{ id } = { id: '' }] = await own();
    expect((await attendee.call('PUT', `scenarios/${id}`, scenario('Still changed'))).status).toBe(200);
    await attendee.call('DELETE', `scenarios/${id}`);
    await create(scenario('There is room again'));
  });

  it.each([
    ['an id of the organisers', { id: 'mfa_fatigue' }, 'id'],
    ['a path for an id', { id: 'custom-../../x' }, 'id'],
    ['a long id', { id: `custom-${'x'.repeat(60)}` }, 'id'],
    ['no name', { name: '' }, 'name'],
    ['a long name', { name: 'x'.repeat(201) }, 'name'],
    ['no phase', { phases: [] }, 'phases'],
    ['what nobody knows', { surprise: 1 }, ''],
  ])('refuses %s at its field', async (_, more, field) => {
    const answer = await attendee.call('POST', 'scenarios', scenario('Wrong', more));
    expect(answer.status).toBe(400);
    expect(fieldsOf(answer)).toEqual([field]);
  });
});

describe('what is wrong', () => {
  const wrong = scenario('Wrong', {
    vars: { lure: '{{nobody}}' },
    phases: [
      phase('first', [
        { ...OKTA, event: 'no_such_event' },
        { ...ASA, product: 'no_such_product' },
      ]),
      phase('first', [{ ...OKTA, with: { no_such_name: 1, user: '{{user.name}}' } }]),
      phase('third', [
        { ...OKTA, with: { user: '{{boom()}}' } },
        { ...ASA, with: { host: '{{user.nothing}}' } },
      ]),
    ],
  });
  const faults: [string, unknown][] = [
    ['phases.0.steps.0.event', 'The product okta_system_log has no event no_such_event'],
    ['phases.0.steps.1.product', 'There is no product no_such_product'],
    ['phases.1.id', 'Two phases have the id first'],
    ['phases.1.steps.0.with.no_such_name', 'The event okta_system_log/session_start has no variable no_such_name'],
    ['phases.2.steps.0.with.user', expect.stringContaining('There is no function boom()')],
    ['vars.lure', expect.stringContaining('There is no variable nobody')],
  ];

  it('is told at each field at once, when it is kept, changed or tried', async () => {
    const id = await create(scenario('Right'));
    const answers = [
      await attendee.call('POST', 'scenarios', wrong),
      await attendee.call('PUT', `scenarios/${id}`, wrong),
      await attendee.call('POST', 'scenarios/try', wrong),
    ];
    expect(answers.map(({ status }) => status)).toEqual([400, 400, 200]);
    for (const answer of answers) {
      expect(new Map(errorsOf(answer).map(({ field, message }) => [field, message]))).toEqual(new Map(faults));
    }
    expect((await own()).map(({ name }) => name)).toEqual(['Right']);
  });

  it('is told of a value that only fails when it is made', async () => {
    expect(errorsOf(await attendee.call('POST', 'scenarios', saying('{{user.nothing}}')))).toEqual([
      { field: 'phases.0.steps.0.with.external_session', message: 'user.nothing has no nothing' },
    ]);
  });

  it('is told of a choice that was not drawn at first, not as a failure of the backend', async () => {
    const choice = { $pick: ['{{user.nothing}}', { $weight: 15, $value: 'right' }] };
    const step = { ...OKTA, count: 200, with: { external_session: choice } };
    const body = scenario('By chance', { phases: [phase('only', [step])] });
    expect(await attendee.call('POST', 'scenarios/try', body)).toMatchObject({
      status: 200,
      body: { errors: [{ field: 'phases.0.steps.0.with.external_session' }], events: [] },
    });
    const id = await create(body);
    expect(await attendee.call('POST', 'generate', { scenario_id: id })).toMatchObject({
      status: 409,
      body: { code: 'content_fault', detail: 'user.nothing has no nothing' },
    });
  });

  it('answers the events of a draft that is right, and keeps nothing', async () => {
    const { status, body } = await attendee.call('POST', 'scenarios/try', scenario('Only tried'));
    expect(status).toBe(200);
    expect(body).toMatchObject({ errors: [], seed: expect.any(String) as string });
    const events = body['events'] as Shown[];
    expect(events.map((event) => event.phase)).toEqual(['first', 'first', 'second', 'second', 'second']);
    const times = events.map(({ time }) => Date.parse(time));
    expect(times).toEqual(times.toSorted((one, other) => one - other));
    expect(Date.now() - times[0]!).toBeGreaterThan(25 * 60_000);
    expect(await own()).toEqual([]);
  });

  it.each([{}, { phases: 'none' }, { name: 7, phases: [{ steps: [{}] }] }])(
    'tells of %j when it is tried',
    async (draft) => expect(errorsOf(await attendee.call('POST', 'scenarios/try', draft)).length).toBeGreaterThan(1),
  );

  it('refuses bodies that are no scenario at all', async () => {
    for (const path of ['scenarios', 'scenarios/try']) {
      expect((await attendee.call('POST', path, '[')).status).toBe(400);
      expect((await attendee.call('POST', path, [])).status).toBe(400);
      expect((await attendee.call('POST', path, '{}', { 'Content-Type': 'text/plain' })).status).toBe(415);
      const large = { ...scenario('Large'), vars: { lure: 'x'.repeat(1_100_000) } };
      expect((await attendee.call('POST', path, large)).status).toBe(413);
    }
  });
});

describe('the scenarios of the organisers', () => {
  it('can be read to start from a copy', async () => {
    const { status, body } = await attendee.call('GET', 'scenarios/mfa_fatigue/source');
    expect(status).toBe(200);
    const file = readFileSync(join(content, 'event_generators/scenarios/mfa_fatigue.json'), 'utf8');
    expect(body).toMatchObject(JSON.parse(file) as object);
    const { id: _id, ...parts } = body;
    const copy = await create({ ...parts, name: 'My copy' });
    const events = async (scenario_id: string) =>
      eventsOf(await attendee.call('POST', 'generate', { scenario_id, seed: 's', base_time: '2026-11-23T09:00:00Z' }));
    expect(await events(copy)).toEqual(await events('mfa_fatigue'));
  });

  it('cannot be changed or deleted', async () => {
    for (const answer of [
      await attendee.call('PUT', 'scenarios/mfa_fatigue', scenario('Mine')),
      await attendee.call('DELETE', 'scenarios/mfa_fatigue'),
    ])
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await listed('mfa_fatigue')).toMatchObject({ custom: false, problems: [] });
  });

  it('may not take an id of the attendee’s', async () => {
    const path = join(content, 'event_generators/scenarios/custom-late.json');
    const file = readFileSync(join(content, 'event_generators/scenarios/mfa_fatigue.json'), 'utf8');
    writeFileSync(path, file.replace('"mfa_fatigue"', '"custom-late"'));
    await attendee.call('POST', 'products/reload');
    const { body } = await attendee.call('GET', 'scenarios');
    expect(body['problems']).toMatchObject([{ file: 'scenarios/custom-late.json' }]);
    expect(await create(scenario('Late'))).toBe('custom-late');
    rmSync(path);
    await attendee.call('POST', 'products/reload');
  });
});

describe('what the organisers allow', () => {
  it.each([
    [['all'], true],
    [[], false],
    [['custom'], true],
    [['mfa_fatigue'], false],
    [['mfa_fatigue', 'custom-mine'], true],
  ])('with scenarios %j is used: %s', async (scenarios, allowed) => {
    const id = await create(scenario('Mine'));
    await organiser.features({ scenarios });
    const found = await listed(id);
    expect(found).toMatchObject({ allowed, reason: allowed ? null : expect.stringContaining('of your own') });
    const shown = await attendee.call('POST', 'generate', { scenario_id: id });
    const tried = await attendee.call('POST', 'scenarios/try', { id, ...scenario('Mine') });
    for (const { status, body } of [shown, tried]) {
      expect(status).toBe(allowed ? 200 : 403);
      if (!allowed) expect(body).toMatchObject({ code: 'feature_disabled', feature: 'scenarios' });
    }
    expect((await attendee.call('GET', `scenarios/${id}/source`)).status).toBe(200);
  });

  it('opens none of the organisers’ with custom', async () => {
    await organiser.features({ scenarios: ['custom'] });
    expect(await listed('mfa_fatigue')).toMatchObject({ allowed: false });
    expect((await attendee.call('GET', 'scenarios/mfa_fatigue/source')).status).toBe(403);
  });

  it('leaves out what is not open, and refuses where nothing is', async () => {
    const id = await create(scenario('Mixed'));
    await organiser.features({ products: ['okta'] });
    expect(await listed(id)).toMatchObject({ allowed: true, left_out: ['cisco_asa'] });
    for (const answer of [
      await attendee.call('POST', 'generate', { scenario_id: id }),
      await attendee.call('POST', 'scenarios/try', scenario('Mixed')),
    ])
      expect(new Set(eventsOf(answer).map(({ product_id }) => product_id))).toEqual(new Set(['okta_system_log']));
    await organiser.features({ products: ['vectra'] });
    expect(await listed(id)).toMatchObject({ allowed: false });
    expect((await attendee.call('POST', 'generate', { scenario_id: id })).status).toBe(403);
    expect((await attendee.call('POST', 'scenarios/try', scenario('Mixed'))).status).toBe(403);
    await organiser.features({ log_generation: false });
    expect(await attendee.call('POST', 'scenarios/try', scenario('Mixed'))).toMatchObject({
      status: 403,
      body: { feature: 'log_generation' },
    });
  });
});

it('stays, with the reason, when the content changes so that it no longer fits, and can be mended', async () => {
  const id = await create(scenario('Left behind'));
  const path = join(content, 'event_generators/products/cisco_asa.json');
  const file = readFileSync(path, 'utf8');
  rmSync(path);
  const behind = await waitFor(async () => {
    const found = await listed(id);
    return found.problems.length > 0 ? found : undefined;
  }, 3000);
  expect(behind).toMatchObject({
    name: 'Left behind',
    allowed: false,
    reason: 'It does not fit the content of this instance: There is no product cisco_asa. Edit it first.',
    problems: [{ field: 'phases.1.steps.0.product', message: 'There is no product cisco_asa' }],
  });
  expect((await attendee.call('POST', 'generate', { scenario_id: id })).status).toBe(403);
  const { body: source } = await attendee.call('GET', `scenarios/${id}/source`);
  expect(source).toMatchObject(scenario('Left behind'));
  expect(fieldsOf(await attendee.call('PUT', `scenarios/${id}`, source))).toEqual(['phases.1.steps.0.product']);

  const mended = scenario('Left behind', { phases: scenario('').phases.slice(0, 1) });
  expect(await attendee.call('PUT', `scenarios/${id}`, mended)).toMatchObject({ status: 200, body: { allowed: true } });
  await attendee.call('PUT', `scenarios/${id}`, mended);
  writeFileSync(path, file);
  await attendee.call('POST', 'products/reload');
  expect((await attendee.call('PUT', `scenarios/${id}`, source)).status).toBe(200);
});

it('offers what a step can replace in the events of a product', async () => {
  const { body } = await attendee.call('GET', 'products/okta_system_log');
  const events = body['events'] as { id: string; variables: { name: string; value: unknown }[] }[];
  for (const { id, variables } of events) {
    for (const { name } of variables) {
      const step = {
        product: 'okta_system_log',
        event: id,
        with: { [name]: `{{${name === 'user' ? 'user' : 'org'}}}` },
      };
      const tried = await attendee.call(
        'POST',
        'scenarios/try',
        scenario('Offered', { phases: [phase('only', [step])] }),
      );
      expect(errorsOf(tried).filter(({ message }) => message.includes('has no variable'))).toEqual([]);
    }
  }
  expect(events[0]!.variables.map(({ name }) => name)).toContain('user');
});

describe('templates that ask for too much', () => {
  const deep = (depth: number, open: string, close: string, inner: string): string =>
    `${open.repeat(depth)}${inner}${close.repeat(depth)}`;
  /** As a body: `JSON.stringify` would not write all of them. */
  const body = (value: string, vars = '{}'): string =>
    JSON.stringify(saying('VALUE'))
      .replace('"VALUE"', () => value)
      .replace('"vars":{}', () => `"vars":${vars}`);
  const repeat = (inner: string): string => deep(4, '{"$repeat":[100,100],"$value":', '}', inner);
  const doubling = JSON.stringify(
    Object.fromEntries(
      Array.from({ length: 22 }, (_, index) => [
        `v${index}`,
        index === 0 ? '0123456789' : `{{v${index - 1}}}{{v${index - 1}}}`,
      ]),
    ),
  );

  it.each([
    ['a giant text', body('"{{chars(1000000000)}}"')],
    ['a giant padding', body(`"{{pad('x', 999999999)}}"`)],
    ['texts that double', body('"{{v21}}"', doubling)],
    ['repeats inside repeats', body(repeat('"{{user.name}}"'))],
    ['empty texts, again and again', body(repeat(`"${"{{''}}".repeat(100_000)}"`))],
    ['things left out, again and again', body(repeat(`[${'{"$maybe":0},'.repeat(60_000)}1]`))],
    ['very many repetitions', body('{"$repeat":[1,1e300],"$value":1}')],
    ['choices without end', body(repeat(`{"$pick":[${'"",'.repeat(200_000)}""]}`))],
    ['lists that are very deep', body(deep(200_000, '[', ']', '1'))],
    ['objects that are very deep', body(deep(100_000, '{"a":', '}', '1'))],
    ['calls that are very deep', body(`"{{${deep(700, 'hex(', ')', '1')}}}"`)],
    ['a very long expression', body(`"{{'${'x'.repeat(900_000)}'}}"`)],
    ['variables that need each other', body('"{{a}}"', '{"a":"{{b}}","b":"{{a}}"}')],
    ['a constructor', body('"{{user.constructor}}"')],
    ['a prototype', body('"{{user.__proto__.polluted}}"')],
    ['a function of a prototype', body('"{{toString()}}"')],
    ['a field that is a prototype', body('{"__proto__":{"polluted":1}}')],
    ['a hundred thousand faults', JSON.stringify({ name: 'x', description: 'x', phases: Array(300_000).fill(1) })],
  ])('refuses %s in time, and goes on answering', async (_, text) => {
    const begun = performance.now();
    const [kept, tried, health] = await Promise.all([
      attendee.call('POST', 'scenarios', text),
      attendee.call('POST', 'scenarios/try', text),
      attendee.call('GET', 'health'),
    ]);
    expect(performance.now() - begun).toBeLessThan(8000);
    expect([kept.status, tried.status, health.status]).toEqual([400, 200, 200]);
    for (const answer of [kept, tried]) {
      expect(errorsOf(answer).length).toBeGreaterThan(0);
      expect(errorsOf(answer).length).toBeLessThanOrEqual(50);
      for (const { message } of errorsOf(answer)) expect(message.length).toBeLessThanOrEqual(300);
    }
    expect(await own()).toEqual([]);
  });

  it('refuses steps that together take too much', async () => {
    const step = { ...OKTA, count: 1, with: { external_session: '{{chars(60000)}}' } };
    const phases = Array.from({ length: 5 }, (_, index) => phase(`p${index}`, hundred(step)));
    const answer = await attendee.call('POST', 'scenarios/try', scenario('Much', { phases }));
    expect(fieldsOf(answer)).toContain('phases');
    const many = Array.from({ length: 6 }, (_, index) => phase(`p${index}`, hundred(OKTA)));
    expect(errorsOf(await attendee.call('POST', 'scenarios/try', scenario('Many', { phases: many })))).toEqual([
      { field: 'phases', message: 'may have at most 500 steps in all' },
    ]);
  });

  it('keeps names that mean something to JavaScript as names', async () => {
    const vars = '{"constructor":"built","toString":"text","hasOwnProperty":"own"}';
    const id = await create(JSON.parse(body('{"name":"{{constructor}} {{toString}}"}', vars)) as object);
    expect((await attendee.call('GET', `scenarios/${id}/source`)).body).toMatchObject({
      vars: JSON.parse(vars) as object,
    });
    expect(await listed(id)).toMatchObject({ problems: [] });
    for (const odd of ['__proto__', 'constructor', 'toString'])
      expect((await attendee.call('GET', `scenarios/${odd}`)).status).toBe(404);
  });

  it('answers others while the largest events are shown and sent, and stays far below the memory that it has', async () => {
    const line = { ...OKTA, count: 400, with: { external_session: '{{chars(60000)}}'.repeat(3) } };
    const id = await create(scenario('Largest', { phases: [phase('only', [line])] }));
    const receiver = await tcpReceiver();
    const where = { type: 'syslog', name: 'wide', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
    const destination_id = await attendee.destination(where);
    const send = await attendee.call('POST', 'sends', { scenario_id: id, destination_id });
    const shown = attendee.call('POST', 'generate', { scenario_id: id, count: 200 });
    let slowest = 0;
    for (let round = 0; round < 20; round += 1) {
      const begun = performance.now();
      expect((await attendee.call('GET', 'health')).status).toBe(200);
      slowest = Math.max(slowest, performance.now() - begun);
    }
    const events = eventsOf(await shown);
    expect(events.length).toBeGreaterThan(10);
    expect(events.length).toBeLessThan(200);
    expect(slowest).toBeLessThan(1500);
    expect(await attendee.ended(String(send.body['id']), 60_000)).toMatchObject({ state: 'completed', sent: 400 });
    expect(residentMb(backend.child.pid!)).toBeLessThan(600);
    await attendee.call('DELETE', `destinations/${destination_id}`);
    await receiver.close();
  });
});
