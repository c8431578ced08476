import { once } from 'node:events';
import { cp, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { connect, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker } from '../support/docker';
import { ADMIN, ROOT, TestPlatform, until } from '../support/platform';
import { CutProxy } from '../support/orchestrator/cut-proxy';

const MIB = 2 ** 20;

let platform: TestPlatform;
let engine: CutProxy;
let content: string;
beforeAll(async () => {
  engine = await CutProxy.open('/var/run/docker.sock');
  content = await mkdtemp(join(tmpdir(), 'jarvis-content-'));
  await cp(join(ROOT, 'Backend'), content, { recursive: true });
  platform = await TestPlatform.start({
    DRIVER: 'docker',
    DOCKER_SOCKET: engine.path,
    SESSION_SUBNET_POOL: '10.217.0.0/16',
    CONTENT_PATH: content,
    VOLUME_RETENTION_HOURS: '2',
    MAX_SESSIONS_PER_USER: '20',
  });
});
afterAll(async () => {
  await platform.stop();
  await engine.close();
  await rm(content, { recursive: true });
});
beforeEach(() => platform.redis.client.del('audit'));

interface Session {
  readonly session_id: string;
  readonly session_token: string;
  readonly access_token: string;
  readonly frontend_url: string;
  readonly backend_url: string;
}

const idOf = ({ session_id: id }: Session) => id.slice(-8);
const volumeOf = ({ session_id: id }: Session) => `jarvis-${id}-data`;
const healthy = () => until(async () => (await platform.get('/api/health')).body.status === 'healthy', 60_000);
const audited = async () =>
  (await platform.admin('GET', '/audit')).body.entries.map(({ action }: { action: string }) => action) as string[];
const purge = (...sessions: Session[]) =>
  platform.admin('POST', '/volumes/purge', sessions.length === 0 ? {} : { instance_ids: sessions.map(idOf) });
const volumes = () => docker('volume', 'ls', '-q', '--filter', `label=deployment=${platform.deployment}`);
const create = async (user: string): Promise<Session> => {
  const { status, body } = await platform.create(user);
  expect(status).toBe(201);
  return body;
};
const ended = async (user: string): Promise<Session> => {
  const session = await create(user);
  await platform.end(session);
  return session;
};
const asAttendee = async (session: Session, address: string, body?: object) => {
  const answer = await fetch(`${session.backend_url}${address}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'x-api-key': session.access_token, 'content-type': 'application/json' },
    ...(body && { body: JSON.stringify(body) }),
  });
  return (await answer.json()) as object;
};

describe('while Docker is away', () => {
  it('answers 503, changes nothing, and does it when Docker is back', async () => {
    const living = await create('ada');
    const past = await ended('ben');
    const { client } = platform.redis;
    await healthy();
    await engine.cut();
    await until(async () => (await platform.get('/api/health')).body.engine.status === 'down');
    // What a reconciliation would repair: an index names a session that never was, and ports are nobody's.
    await client.zadd('sessions:expiry', Date.now() + 600_000, 'ghost-00000000');
    await client.hset('ports:leases', 'deadbeef', '1,2');

    const logs = `/sessions/${living.session_id}/logs/backend`;
    for (const ask of [
      () => platform.admin('POST', '/reconcile', { dry_run: true }),
      () => platform.admin('POST', '/reconcile', {}),
      () => platform.admin('GET', '/volumes'),
      () => purge(),
      () => purge(past),
      () => platform.admin('GET', logs),
      () => platform.admin('GET', `${logs}/events`),
    ]) {
      const { status, headers, body } = await ask();
      expect([status, headers.get('content-type'), headers.get('retry-after')]).toEqual([
        503,
        expect.stringContaining('application/problem+json'),
        '10',
      ]);
      expect(body).toMatchObject({ code: 'engine_unavailable', title: 'The container engine is away' });
    }
    expect(await audited()).toEqual([]);
    expect(await client.zscore('sessions:expiry', 'ghost-00000000')).not.toBeNull();
    expect(await client.hexists('ports:leases', 'deadbeef')).toBe(1);
    expect((await volumes()).toSorted()).toEqual([volumeOf(living), volumeOf(past)].toSorted());

    const restart = await platform.admin('POST', `/sessions/${living.session_id}/restart`);
    expect([restart.status, restart.body.code]).toEqual([503, 'engine_unavailable']);
    expect((await platform.get(`/api/sessions/${living.session_id}`, living.session_token)).body.status).toBe('active');

    await engine.mend();
    await healthy();
    await until(async () => (await platform.admin('POST', '/reconcile', {})).status === 200);
    expect(await client.zscore('sessions:expiry', 'ghost-00000000')).toBeNull();
    expect(await client.hexists('ports:leases', 'deadbeef')).toBe(0);
    const { body } = await platform.admin('GET', '/volumes');
    expect(body.volumes.map(({ name }: { name: string }) => name)).toEqual([volumeOf(past)]);
    expect((await purge(past)).body).toEqual({ purged: [volumeOf(past)], failures: [] });
    expect(await volumes()).toEqual([volumeOf(living)]);
    expect((await audited()).toSorted()).toEqual(['purged', 'reconciled', 'restarted']);
    expect((await platform.admin('GET', logs)).status).toBe(200);
    await platform.end(living);
    await purge();
  });
});

describe('purging retained volumes', () => {
  it('removes them from Docker, and says which it cannot remove', async () => {
    const [first, second, used, gone] = (await Promise.all(
      ['ada', 'ben', 'cid', 'dan'].map((user) => ended(user)),
    )) as [Session, Session, Session, Session];
    const living = await create('eve');
    // Somebody looks into a volume with a container of their own, which has ended and can be started again.
    const [looker = ''] = await docker('create', '-v', `${volumeOf(used)}:/look`, 'jarvis-backend-prod:latest');
    await docker('volume', 'rm', volumeOf(gone));
    try {
      const { status, body } = await purge(first, used, gone, living);
      expect(status).toBe(200);
      expect(body.purged).toEqual([volumeOf(first)]);
      expect(body.failures.toSorted(byInstance)).toEqual(
        [
          { instance_id: idOf(used), message: 'A container has it, running or not' },
          { instance_id: idOf(gone), message: 'No retained volume of this instance' },
          { instance_id: idOf(living), message: 'No retained volume of this instance' },
        ].toSorted(byInstance),
      );
      expect((await volumes()).toSorted()).toEqual([volumeOf(second), volumeOf(used), volumeOf(living)].toSorted());
    } finally {
      await docker('rm', '-f', looker);
    }
    // Several organisers at once: each volume goes, and nobody gets an error.
    const answers = await Promise.all([purge(), purge(second, used), purge()]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await volumes()).toEqual([volumeOf(living)]);
    expect((await fetch(`${living.backend_url}health`)).status).toBe(200);
    await platform.end(living);
    await purge();
    expect(await volumes()).toEqual([]);
  });

  const byInstance = (a: { instance_id: string }, b: { instance_id: string }) =>
    a.instance_id.localeCompare(b.instance_id);
});

describe('a restart that fails', () => {
  it('says why, and leaves the session as it was: it comes back with all that it had', async () => {
    const session = await create('ada');
    await asAttendee(session, 'destinations', {
      name: 'mine',
      type: 'syslog',
      host: '10.99.0.7',
      port: 5514,
      protocol: 'udp',
    });
    const before = await asAttendee(session, 'destinations');
    const show = async () => (await platform.admin('GET', `/sessions/${session.session_id}`)).body;
    const { containers: _running, ...was } = await show();
    // Its containers mount this folder: with a file in its place Docker starts none of them.
    await rename(join(content, 'parsers'), join(content, 'elsewhere'));
    await writeFile(join(content, 'parsers'), '');
    const { status, headers, body } = await platform.admin('POST', `/sessions/${session.session_id}/restart`);
    expect([status, headers.get('content-type')]).toEqual([502, expect.stringContaining('application/problem+json')]);
    expect(body.code).toBe('launch_failed');
    expect(body.detail).toMatch(/parsers/);
    expect(body.detail).toMatch(/What is on its volume is kept/);
    expect(await show()).toMatchObject(was);
    expect((await platform.get(`/api/sessions/${session.session_id}`, session.session_token)).body.status).toBe(
      'active',
    );
    expect(await volumes()).toEqual([volumeOf(session)]);
    await rm(join(content, 'parsers'));
    await rename(join(content, 'elsewhere'), join(content, 'parsers'));

    const again = await platform.admin('POST', `/sessions/${session.session_id}/restart`);
    expect([again.status, again.body.containers]).toEqual([200, { backend: 'running', frontend: 'running' }]);
    expect(await asAttendee(session, 'destinations')).toEqual(before);
    expect(await audited()).toEqual(['restarted', 'restarted']);
    await platform.end(session);
    await purge();
  });
});

describe('a log that is followed', () => {
  /** More than a connection holds; twice this is less than two of Docker's log files, of which a slow reader would miss one. */
  const PRINTED = 8 * MIB;
  const READERS = 8;

  it('is taken from Docker no faster than it is read: who does not read costs no more memory, however much is printed', async () => {
    const session = await create('ada');
    const readers = await Promise.all(Array.from({ length: READERS }, () => follow(session)));
    await until(() => readers.every(({ text }) => text.includes('data: ')));
    for (const { socket } of readers) socket.pause();
    await print(session, `head -c ${PRINTED} /dev/zero | tr '\\0' x | fold -w 1000; echo`);
    // Now each connection holds the few megabytes that the host grants it.
    await untilQuiet();
    const [held, taken] = [platform.memoryBytes(), engine.answered];
    await print(session, `head -c ${PRINTED} /dev/zero | tr '\\0' y | fold -w 1000; echo; echo that is all`);
    await untilQuiet();
    expect(engine.answered - taken).toBeLessThan(2 * MIB);
    expect(platform.memoryBytes() - held).toBeLessThan(16 * MIB);

    const [reader] = readers as [Reader];
    expect(reader.text).not.toContain('that is all');
    reader.socket.resume();
    await until(() => reader.text.includes('that is all'));
    expect(reader.text.length).toBeGreaterThan(2 * PRINTED);
    for (const { socket } of readers) socket.destroy();
    await platform.end(session);
  });

  interface Reader {
    readonly socket: Socket;
    text: string;
  }

  /** Has the server of a session's backend print. */
  const print = ({ session_id: id }: Session, command: string) =>
    docker('exec', `jarvis-${id}-backend`, 'sh', '-c', `(${command}) > /proc/1/fd/1`);

  /** Resolves when nothing has come from the engine for a second. */
  async function untilQuiet(): Promise<void> {
    let last = -1;
    while (last !== engine.answered) {
      last = engine.answered;
      await sleep(1_000);
    }
  }

  /** A listener that reads as it likes. */
  async function follow({ session_id: id }: Session): Promise<Reader> {
    const { hostname, port } = new URL(platform.origin);
    const socket = connect(Number(port), hostname);
    await once(socket, 'connect');
    const reader: Reader = { socket, text: '' };
    socket.on('data', (data) => (reader.text += data.toString()));
    socket.write(
      `GET /api/admin/sessions/${id}/logs/backend/events?tail=1 HTTP/1.1\r\nhost: x\r\nauthorization: ${ADMIN}\r\n\r\n`,
    );
    return reader;
  }
});
