import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Client, waitFor } from './support/client';
import { hecServer } from './support/hec-server';
import { backendEnv, buildPair, newApiKey, startServer, tokenOf, type Running } from './support/pair';
import { tcpReceiver, type TcpReceiver } from './support/receivers';

const MEGABYTE = 1024 * 1024;
const apiKey = newApiKey();
const token = tokenOf(apiKey);
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-uploads-'));
const dataDir = join(folder, 'data');
const LIMITS = { UPLOAD_MAX_MB: '60', UPLOADS_TOTAL_MB: '100', UPLOADS_MAX: '4' };
let backend: Running;
let frontend: Running;
let client: Client;
let receiver: TcpReceiver;

const startBackend = (data = dataDir, port?: string) =>
  startServer(join(build.folder, 'backend.cjs'), {
    ...backendEnv(apiKey, data),
    ...LIMITS,
    ...(port !== undefined && { PORT: port }),
  });

beforeAll(async () => {
  mkdirSync(dataDir);
  backend = await startBackend();
  frontend = await startServer(join(build.folder, 'frontend.cjs'), {
    SESSION_API_KEY: apiKey,
    API_BASE_URL: backend.url,
  });
  client = new Client(backend.url, { 'X-API-Key': apiKey });
  receiver = await tcpReceiver();
});
afterEach(async () => {
  await client.features({});
  for (const { id } of await uploads()) await client.call('DELETE', `uploads/${id}`);
  receiver.messages.length = 0;
});
afterAll(async () => {
  await Promise.all([frontend.stop('SIGKILL'), backend.stop('SIGKILL'), receiver.close()]);
  rmSync(folder, { recursive: true });
  build.remove();
});

interface Upload {
  readonly id: string;
  readonly events: number;
  readonly time: { readonly first: string; readonly last: string } | null;
}

const uploads = async (): Promise<Upload[]> => (await client.call('GET', 'uploads')).body['uploads'] as Upload[];
const files = (data = dataDir): string[] => readdirSync(join(data, 'uploads'));
const rssMb = ({ child }: Running): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1]) / 1024;

/** Uploads through a server, piece by piece where it is many. */
async function upload(file: string | Buffer | AsyncIterable<Uint8Array>, name = 'app.log', url = backend.url) {
  const body = typeof file === 'string' || Buffer.isBuffer(file) ? file : ReadableStream.from(file);
  const answer = await fetch(`${url}/api/v1/uploads?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: { 'X-API-Key': token, ...(url === frontend.url && { Cookie: cookie }) },
    body,
    duplex: 'half',
  });
  return { status: answer.status, body: (await answer.json()) as Upload & Record<string, unknown> };
}
let cookie = '';

const to = async (port = receiver.port): Promise<string> =>
  client.destination({ type: 'syslog', name: `tcp ${Math.random()}`, host: '127.0.0.1', port, protocol: 'tcp' });

/** Sends what was uploaded, and resolves with what became of it. */
async function replayed(body: object) {
  const { status, body: send } = await client.call('POST', 'sends', { destination_id: await to(), ...body });
  expect(status).toBe(202);
  return client.ended(String(send['id']));
}

const LOG = [
  '2026-11-01 08:00:00,250 INFO one',
  '2026-11-01 08:00:10,250 INFO two',
  '2026-11-01 08:00:40,750 WARN three',
].join('\n');

describe('a replay', () => {
  it('dates the events so that the last happened now, at the distances of the file', async () => {
    const { body } = await upload(LOG);
    expect(body).toMatchObject({ format: 'text', events: 3, time: { first: '2026-11-01T08:00:00.250Z' } });
    const before = Date.now();
    const ended = await replayed({ upload_id: body.id, pace: 'backdated' });
    expect(ended).toMatchObject({ state: 'completed', total: 3, sent: 3, source: { kind: 'upload', name: 'app.log' } });
    await waitFor(() => (receiver.messages.length === 3 ? true : undefined));
    const lines = receiver.messages.map((message) => /jarvis upload - - - (\S+ \S+) (.*)$/.exec(message)!);
    expect(lines.map(([, , rest]) => rest)).toEqual(['INFO one', 'INFO two', 'WARN three']);
    const times = lines.map(([, time]) => Date.parse(`${time!.replace(' ', 'T').replace(',', '.')}Z`));
    expect(times.map((time) => time - times[0]!)).toEqual([0, 10_000, 40_500]);
    expect(Math.abs(times[2]! - before)).toBeLessThan(5000);
  });

  it('dates them now, when nothing else is asked for', async () => {
    const { body } = await upload(LOG);
    const before = Date.now();
    expect(await replayed({ upload_id: body.id, count: 2 })).toMatchObject({ total: 2, sent: 2 });
    await waitFor(() => (receiver.messages.length === 2 ? true : undefined));
    for (const message of receiver.messages) {
      const [, time] = /- - - (\S+ \S+) INFO/.exec(message)!;
      expect(Math.abs(Date.parse(`${time!.replace(' ', 'T').replace(',', '.')}Z`) - before)).toBeLessThan(5000);
    }
  });

  it('gives the times of the file back, where it is to begin there', async () => {
    const { body } = await upload(LOG);
    await replayed({ upload_id: body.id, pace: 'backdated', base_time: body.time!.first });
    await waitFor(() => (receiver.messages.length === 3 ? true : undefined));
    expect(receiver.messages.map((message) => message.split('- - - ')[1]).join('\n')).toBe(LOG);
  });

  it('keeps the pace of the file, compressed', async () => {
    const { body } = await upload(LOG);
    const began = performance.now();
    await replayed({ upload_id: body.id, pace: 'compressed', lasts_s: 2 });
    expect(performance.now() - began).toBeGreaterThan(1900);
  });

  it('lists what was sent, exports it, and says when the upload is another since', async () => {
    const { body } = await upload('{"time":"2026-11-01T08:00:00Z","at":"2026-11-01T09:00:00Z","a":1}\n');
    const { id } = await replayed({ upload_id: body.id });
    const result = await client.call('GET', `sends/${id}/result`);
    expect(result.body).toMatchObject({ events: 1, tallies: [{ product_id: 'upload', event_name: 'app.log' }] });
    const log = await client.call('GET', `sends/${id}/log`);
    const [{ raw }] = log.body['events'] as [{ raw: string }];
    await waitFor(() => (receiver.messages[0]?.endsWith(raw) ? true : undefined));
    const file = await fetch(`${backend.url}/api/v1/sends/${id}/export?format=raw`, {
      headers: { 'X-API-Key': token },
    });
    expect(file.headers.get('content-disposition')).toBe(`attachment; filename="app-${id.slice(0, 8)}.log"`);
    expect(await file.text()).toBe(`${raw}\n`);
    await client.call('PATCH', `uploads/${body.id}`, { time: { field: 'at' } });
    expect((await client.call('GET', `sends/${id}/log`)).status).toBe(409);
    await client.call('DELETE', `uploads/${body.id}`);
    expect((await client.call('GET', `sends/${id}/log`)).status).toBe(409);
    expect((await client.call('GET', `sends/${id}/result`)).body).toMatchObject({ events: 1 });
  });

  it('can be looked at and downloaded before', async () => {
    const { body } = await upload(LOG);
    const preview = await client.call('POST', 'generate', { upload_id: body.id, timeline: true });
    expect(preview.body).toMatchObject({ total: 3, source: { kind: 'upload' } });
    const [first, , last] = preview.body['events'] as { time: string; parsed: null }[];
    expect(Date.parse(last!.time) - Date.parse(first!.time)).toBe(40_500);
    const query = `upload_id=${body.id}&format=raw&base_time=${body.time!.first}`;
    const file = await fetch(`${backend.url}/api/v1/export?${query}`, { headers: { 'X-API-Key': token } });
    expect(await file.text()).toBe(`${LOG}\n`);
  });

  it('gives HEC the objects, with their time', async () => {
    const hec = await hecServer({ token: 'secret' });
    const { body } = await upload('{"time":"2026-11-01T08:00:00Z","a":1}\n{"time":"2026-11-01T08:00:05Z","a":2}\n');
    const url = `http://127.0.0.1:${hec.port}`;
    const destination_id = await client.destination({ type: 'hec', name: 'h', url, token: 'secret' });
    const wanted = { upload_id: body.id, pace: 'backdated', ends_at: '2026-11-20T10:00:00Z' };
    await replayed({ ...wanted, destination_id });
    expect(
      hec.events.map(({ time, sourcetype, event }) => ({ time: new Date(time * 1000), sourcetype, event })),
    ).toEqual(
      ['2026-11-20T09:59:55', '2026-11-20T10:00:00'].map((time, index) => ({
        time: new Date(`${time}Z`),
        sourcetype: '_json',
        event: { time: `${time}Z`, a: index + 1 },
      })),
    );
    await client.call('DELETE', `destinations/${destination_id}`);
    await hec.close();
  });

  it('ends when its upload is deleted', async () => {
    const { body } = await upload(`${LOG}\n`.repeat(1000));
    const wanted = { destination_id: await to(), upload_id: body.id, rate: 20 };
    const { body: send } = await client.call('POST', 'sends', wanted);
    await waitFor(() => (receiver.messages.length > 5 ? true : undefined));
    expect((await client.call('DELETE', `uploads/${body.id}`)).status).toBe(204);
    expect(await client.ended(String(send['id']))).toMatchObject({
      state: 'cancelled',
      error: 'The upload was deleted.',
    });
  });

  it.each([
    ['a pace where no time is known', { pace: 'real' }, 'pace'],
    ['a time', { duration_s: 5 }, 'duration_s'],
    ['no end', { continuous: true }, 'continuous'],
    ['noise', { noise: { per_event: 1 } }, 'noise'],
    ['a product too', { product_id: 'cisco_asa' }, 'product_id'],
  ])('is not asked for with %s', async (_, more, field) => {
    const { body } = await upload('no time here\n');
    const answer = await client.call('POST', 'sends', { destination_id: await to(), upload_id: body.id, ...more });
    expect(answer).toMatchObject({
      status: 400,
      body: { errors: expect.arrayContaining([expect.objectContaining({ field })]) },
    });
  });

  it('counts against the limit of the session', async () => {
    const { body } = await upload(`${LOG}\n`.repeat(10));
    await client.features({ max_events: 20 });
    const wanted = { destination_id: await to(), upload_id: body.id };
    expect((await client.call('POST', 'sends', wanted)).body).toMatchObject({ status: 403, max_events: 20 });
    expect((await client.call('POST', 'sends', { ...wanted, upload_id: 'none' })).status).toBe(404);
  });
});

describe('a large file', () => {
  const lineOf = (index: number): string =>
    `{"time":"${new Date(Date.UTC(2026, 10, 1) + index * 100).toISOString()}","n":${index},"text":"${'log '.repeat(60)}"}\n`;
  const BLOCK = 500;
  async function* lines(count: number): AsyncGenerator<Uint8Array> {
    for (let from = 0; from < count; from += BLOCK)
      yield Buffer.from(
        Array.from({ length: Math.min(BLOCK, count - from) }, (_, step) => lineOf(from + step)).join(''),
      );
  }

  beforeAll(async () => {
    const answer = await fetch(`${frontend.url}/?token=${token}`, { redirect: 'manual' });
    cookie = (answer.headers.get('set-cookie') ?? '').split(';')[0]!;
  });

  it('passes through both servers without filling their memory, and every event is found again', async () => {
    await upload(lines(1000), 'warm.log', frontend.url);
    const servers = [backend, frontend];
    const before = servers.map(rssMb);
    const peaks = [...before];
    const watch = setInterval(
      () => servers.forEach((server, at) => (peaks[at] = Math.max(peaks[at]!, rssMb(server)))),
      20,
    );
    const count = 180_000;
    const { status, body } = await upload(lines(count), 'large.log', frontend.url);
    clearInterval(watch);
    expect({ status, events: body.events }).toEqual({ status: 201, events: count });
    expect(body['size_bytes']).toBeGreaterThan(50 * MEGABYTE);
    peaks.forEach((peak, at) => expect(peak - before[at]!).toBeLessThan(40));
    for (const offset of [0, 99_999, count - 1]) {
      const { body: page } = await client.call('GET', `uploads/${body.id}/preview?offset=${offset}&limit=1`);
      const [event] = page['events'] as [{ index: number; line: string; time: string }];
      expect(`${event.line}\n`).toBe(lineOf(offset));
      expect(Date.parse(event.time)).toBe(Date.UTC(2026, 10, 1) + offset * 100);
    }
    const content = await fetch(`${frontend.url}/api/v1/uploads/${body.id}/content`, { headers: { Cookie: cookie } });
    expect(content.headers.get('content-disposition')).toContain("filename*=UTF-8''large.log");
    expect((await content.arrayBuffer()).byteLength).toBe(body['size_bytes']);
  }, 60_000);

  it('is unpacked from gzip, whatever it is called', async () => {
    const packed = gzipSync(LOG);
    expect((await upload(packed, 'app.log.gz')).body).toMatchObject({ name: 'app.log', events: 3 });
    expect((await upload(packed, '../etc/app')).body).toMatchObject({ name: 'app', events: 3 });
  });

  it('is refused where it grows too large as it is unpacked, and leaves nothing', async () => {
    const bomb = gzipSync(Buffer.alloc(200 * MEGABYTE, 'a line of text\n'));
    const { status, body } = await upload(bomb);
    expect({ status, body }).toMatchObject({ status: 413, body: { limit_bytes: 60 * MEGABYTE } });
    expect(files()).toEqual([]);
  }, 30_000);

  it('is refused unread where it says that it is too large', async () => {
    const answer = await new Promise<number | undefined>((resolve, reject) => {
      const headers = { 'X-API-Key': token, 'Content-Length': 61 * MEGABYTE, Expect: '100-continue' };
      const url = new URL(`${backend.url}/api/v1/uploads`);
      const outgoing = request(url, { method: 'POST', headers }, ({ statusCode }) => {
        resolve(statusCode);
        outgoing.destroy();
      });
      outgoing.on('error', reject);
      outgoing.flushHeaders();
    });
    expect(answer).toBe(413);
  });
});

describe('an upload that does not end well', () => {
  /** Begins to upload and resolves when the file is there in part. */
  const begin = async (url: string, data = dataDir) => {
    const headers = { 'X-API-Key': token, 'Transfer-Encoding': 'chunked' };
    const outgoing = request(new URL(`${url}/api/v1/uploads?name=half.log`), { method: 'POST', headers });
    outgoing.on('error', () => undefined);
    outgoing.write(`${LOG}\n`.repeat(10_000));
    await waitFor(() => (files(data).some((name) => name.endsWith('.part')) ? true : undefined));
    return outgoing;
  };

  it('leaves nothing when it is broken off', async () => {
    const outgoing = await begin(backend.url);
    outgoing.destroy();
    await waitFor(() => (files().length === 0 ? true : undefined));
    expect(await uploads()).toEqual([]);
    expect((await upload(LOG)).status).toBe(201);
  });

  it('leaves nothing when the backend is killed meanwhile, and what was there before stays', async () => {
    const data = join(folder, 'killed');
    mkdirSync(data);
    const first = await startBackend(data);
    const { body } = await upload(LOG, 'kept.log', first.url);
    await begin(first.url, data);
    await first.stop('SIGKILL');
    expect(files(data)).toHaveLength(2);
    const second = await startBackend(data);
    expect(files(data)).toEqual([body.id]);
    const page = await new Client(second.url, { 'X-API-Key': apiKey }).call('GET', `uploads/${body.id}/preview`);
    expect((page.body['events'] as { line: string }[]).map(({ line }) => line).join('\n')).toBe(LOG);
    await second.stop();
  });

  it('says so when the disk is full, leaves nothing, and goes on working', async () => {
    const data = join(folder, 'full');
    mkdirSync(data);
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=8m', 'tmpfs', data]);
    const small = await startBackend(data);
    try {
      const { status, body } = await upload(`${LOG}\n`.repeat(100_000), 'large.log', small.url);
      expect({ status, body }).toMatchObject({ status: 507, body: { code: 'disk_full' } });
      expect(files(data)).toEqual([]);
      expect((await upload(LOG, 'small.log', small.url)).status).toBe(201);
    } finally {
      await small.stop('SIGKILL');
      execFileSync('umount', [data]);
    }
  });

  it.each([
    ['nothing', ''],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 13])],
    ['a broken gzip file', gzipSync(LOG).subarray(0, 40)],
    ['Latin-1', Buffer.from('caf\xe9 au lait\n', 'latin1')],
  ])('says why %s is not used', async (_, file) => {
    const { status, body } = await upload(file);
    expect({ status, code: body['code'] }).toEqual({ status: 422, code: 'unusable_file' });
    expect(String(body['detail']).length).toBeGreaterThan(30);
    expect(files()).toEqual([]);
  });
});

it('holds the limits of the session when many files arrive at once', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, (_, index) => upload(LOG, `${index}.log`)));
  const withStatus = (wanted: number) => answers.filter(({ status }) => status === wanted);
  expect([withStatus(201).length, withStatus(429).length]).toEqual([4, 8]);
  expect(files()).toHaveLength(4);
});

it('is closed with log generation: nothing is uploaded or sent, but what is there can be read and deleted', async () => {
  const { body } = await upload(LOG);
  await client.features({ log_generation: false });
  expect(await upload(LOG)).toMatchObject({ status: 403, body: { feature: 'log_generation' } });
  expect((await client.call('PATCH', `uploads/${body.id}`, { name: 'x' })).status).toBe(403);
  const wanted = { destination_id: 'any', upload_id: body.id };
  expect((await client.call('POST', 'sends', wanted)).status).toBe(403);
  expect((await client.call('GET', `uploads/${body.id}/preview`)).status).toBe(200);
  expect((await client.call('DELETE', `uploads/${body.id}`)).status).toBe(204);
});
