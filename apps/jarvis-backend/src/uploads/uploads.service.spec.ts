import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { InvalidInputError, NotFoundError, TooManyError, UnusableFileError, UploadTooLargeError } from '../errors';
import { openDatabase } from '../storage/database';
import { UploadStore } from './upload.store';
import { UploadsService } from './uploads.service';

const silent = () => undefined;
const MEGABYTE = 1024 * 1024;

let folder: string;
let database: DatabaseSync;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'jarvis-uploads-'));
  database = openDatabase(folder);
});
afterEach(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

const start = (onRemove: (id: string) => void = silent) =>
  new UploadsService({
    store: new UploadStore(database),
    folder: join(folder, 'uploads'),
    limits: { fileBytes: 2 * MEGABYTE, totalBytes: 3 * MEGABYTE, files: 3 },
    onRemove,
    log: silent,
  });
async function* body(...parts: (string | Buffer)[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield Buffer.from(part);
}
const files = () => readdirSync(join(folder, 'uploads'));
const AT = new Date('2027-01-05T19:30:40.500Z');

describe('what is found in a file', () => {
  it('is told of JSON lines', async () => {
    const {
      layout: _layout,
      segments: _segments,
      ...upload
    } = await start().receive(
      'a.log',
      body('{"time":"2026-11-26T08:00:01Z","n":1}\n{"n":2}\n', '{"time":"2026-11-26T08:00:00Z","n":3}\n'),
    );
    expect(upload).toEqual({
      id: expect.any(String),
      name: 'a.log',
      size_bytes: 84,
      format: 'jsonl',
      events: 3,
      columns: null,
      time: {
        field: 'time',
        format: 'iso8601',
        first: '2026-11-26T08:00:00.000Z',
        last: '2026-11-26T08:00:01.000Z',
        missing: 1,
        newest_first: true,
      },
      time_choices: [{ field: 'time', format: 'iso8601' }],
      sourcetype: '_json',
      created_at: expect.any(String),
    });
  });

  it.each([
    ['nothing', '', 'it is empty'],
    ['blank lines', '\n \n\n', 'it is empty'],
    ['a line that is too long', `one\ntwo\n${'x'.repeat(300_000)}\n`, 'in line 3 is longer than 256 KB'],
    ['a quote that never closes', `a,b\n1,2\n3,4\n"5,${'6'.repeat(10)}\n7,8\n`, 'in line 4 has no end'],
    ['an array that breaks off', '[{"a":1},\n{"a":', 'in line 2 has no end'],
    ['an array of numbers too', '[{"a":1},2]', 'Entry 2 of the JSON document is no object'],
  ])('refuses %s', async (_, text, reason) => {
    const error = await start()
      .receive('a', body(text))
      .catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(UnusableFileError);
    expect((error as Error).message).toContain(reason);
    expect(files()).toEqual([]);
  });
});

describe('a replay', () => {
  const replay = async (text: string) => {
    const uploads = start();
    const { id } = await uploads.receive('app.log', body(text));
    return uploads.open(id);
  };

  it('has JSON events with another time in the same place', async () => {
    const source = await replay('{"b":1,"ts":1764144062.25}\n{"ts":"none"}\n');
    expect(source.at(0, AT)).toMatchObject({
      time: AT,
      product_id: 'upload',
      event_name: 'app.log',
      raw: '{"b":1,"ts":1799177440.50}',
      syslog: '<134>1 2027-01-05T19:30:40.500Z jarvis upload - - - {"b":1,"ts":1799177440.50}',
      fields: { b: 1, ts: 1799177440.5 },
      hec: { source: 'app.log', sourcetype: '_json', event: { b: 1, ts: 1799177440.5 } },
    });
    expect(source.at(1, AT).raw).toBe('{"ts":"none"}');
  });

  it('has the objects of a document on one line each', async () => {
    const source = await replay('[\n  {\n    "time": "2026-11-26 08:00:00",\n    "a": "x  y"\n  }\n]');
    expect(source.at(0, AT).raw).toBe('{ "time": "2027-01-05 19:30:40", "a": "x  y" }');
  });

  it('has CSV records with line breaks, on one line for syslog', async () => {
    const source = await replay('id,"time",text\n7,"Nov 26 08:01:02","two\nlines"\n8,Nov 26 08:01:03,x\n');
    const { raw, syslog, fields, hec } = source.at(0, AT);
    expect(raw).toBe('7,"Jan  5 19:30:40","two\nlines"');
    expect(syslog).toContain('7,"Jan  5 19:30:40","two lines"');
    expect(fields).toEqual({ id: '7', time: 'Jan  5 19:30:40', text: 'two\nlines' });
    expect(hec).toMatchObject({ sourcetype: 'csv', event: raw });
  });

  it.each([
    ['<165>Nov 26 08:01:02 fw-1 deny', '<165>Jan  5 19:30:40 fw-1 deny', 5],
    ['Nov 26 08:01:02 web-1 sshd[7]: hi', '<134>Jan  5 19:30:40 web-1 sshd[7]: hi', 6],
    ['<14>1 2026-11-26T08:01:02.5Z h a - - - hi', '<14>1 2027-01-05T19:30:40.5Z h a - - - hi', 6],
    ['hello', '<134>1 2027-01-05T19:30:40.500Z jarvis upload - - - hello', 6],
  ])('sends the line %s to syslog as it should be', async (line, syslog, severity) =>
    expect((await replay(line)).at(0, AT)).toMatchObject({ syslog, severity }),
  );

  it('keeps the pace of the file, and never goes back', async () => {
    const lines = ['08:00:10', '08:00:12', 'no time', '08:00:11', '08:00:20'];
    const { total, timeline } = await replay(lines.map((time) => `2026-11-26 ${time} x`).join('\n'));
    expect(Array.from({ length: total }, (_, index) => timeline?.offset(index))).toEqual([0, 2000, 2000, 2000, 10_000]);
    expect(timeline?.length).toBe(10_000);
  });

  it('begins with the oldest event of a file that has the newest first', async () => {
    const source = await replay('2026-11-26 08:00:30 c\n2026-11-26 08:00:10 b\nno time\n2026-11-26 08:00:00 a\n');
    expect([0, 1, 2, 3].map((index) => source.at(index, AT).raw.slice(-1))).toEqual(['a', 'e', 'b', 'c']);
    expect([0, 1, 2, 3].map((index) => source.timeline?.offset(index))).toEqual([0, 0, 10_000, 30_000]);
  });

  it('has no timeline without times', async () => {
    const source = await replay('hello\n');
    expect(source.timeline).toBeUndefined();
    expect(source.at(0, AT)).toMatchObject({ raw: 'hello', hec: { sourcetype: 'jarvis:upload', event: 'hello' } });
  });

  it('finds every event again in a file of many segments, in any order', async () => {
    const count = 8000;
    const lineOf = (index: number) =>
      `${new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString()} event ${index} ${'ä'.repeat(index % 90)}`;
    const source = await replay(Array.from({ length: count }, (_, index) => `${lineOf(index)}\r\n\n`).join(''));
    expect(source.total).toBe(count);
    for (let step = 0; step < count; step += 37) {
      const index = (step * 4001) % count;
      expect(source.at(index, new Date(Date.UTC(2026, 0, 1) + index * 1000)).raw).toBe(lineOf(index));
      expect(source.timeline?.offset(index)).toBe(index * 1000);
    }
    expect(() => source.at(count, AT)).toThrow(RangeError);
  });

  it('ends when the upload is removed', async () => {
    const uploads = start();
    const { id } = await uploads.receive('a', body('hello\n'));
    const source = uploads.open(id);
    uploads.remove(id);
    expect(() => source.at(0, AT)).toThrow(NotFoundError);
    expect(files()).toEqual([]);
  });
});

describe('the limits', () => {
  it('hold for files that arrive together', async () => {
    const uploads = start();
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, () => uploads.receive('a', body(`${'x'.repeat(99)}\n`.repeat(10_000)))),
    );
    const refused = all.filter((one) => one.status === 'rejected').map(({ reason }) => reason as Error);
    expect(refused).toHaveLength(2);
    for (const error of refused) expect(error).toBeInstanceOf(TooManyError);
    expect(files()).toHaveLength(3);
  });

  it('give back what a file had taken that was not kept', async () => {
    const uploads = start();
    const large = () => uploads.receive('a', body('x\n'.repeat(MEGABYTE), 'more\n'));
    await expect(large()).rejects.toThrow(UploadTooLargeError);
    expect(files()).toEqual([]);
    await uploads.receive('a', body('x\n'.repeat(0.9 * MEGABYTE)));
    await uploads.receive('b', body('x\n'.repeat(0.5 * MEGABYTE)));
    await expect(uploads.receive('c', body('x\n'.repeat(0.2 * MEGABYTE)))).rejects.toThrow('All uploads together');
    await uploads.receive('c', body('small\n'));
  });
});

describe('a change', () => {
  it('moves the time to another field, and takes it away', async () => {
    const uploads = start();
    const { id } = await uploads.receive(
      'a',
      body('{"time":"2026-11-26 08:00:00","seen":"2026-11-26 09:00:00","x":1}\n'),
    );
    expect((await uploads.change(id, { time: { field: 'seen' } })).time).toMatchObject({
      field: 'seen',
      first: '2026-11-26T09:00:00.000Z',
    });
    for (const time of [{ field: 'x' }, { field: null }, { field: 'seen', format: 'clf' as const }])
      await expect(uploads.change(id, { time })).rejects.toThrow(InvalidInputError);
    expect(uploads.get(id).time).toMatchObject({ field: 'seen' });
    const bare = await uploads.change(id, { time: null, name: 'b', sourcetype: 'mine' });
    expect(bare).toMatchObject({ time: null, name: 'b', sourcetype: 'mine' });
    expect(await uploads.change(id, { sourcetype: null })).toMatchObject({ name: 'b', sourcetype: '_json' });
  });
});

it('keeps an upload that is still needed', async () => {
  const uploads = start(() => {
    throw new Error('in use');
  });
  const { id } = await uploads.receive('a', body('hello\n'));
  expect(() => uploads.remove(id)).toThrow('in use');
  expect(readFileSync(uploads.pathOf(id), 'utf8')).toBe('hello\n');
});

it('clears at the start what a crash left, and forgets uploads whose file is gone', async () => {
  const uploads = start();
  const kept = await uploads.receive('kept', body('hello\n'));
  const gone = await uploads.receive('gone', body('hello\n'));
  rmSync(uploads.pathOf(gone.id));
  for (const name of ['x.part', 'orphan']) writeFileSync(join(folder, 'uploads', name), 'rest');
  const again = start();
  expect(again.list().map(({ name }) => name)).toEqual(['kept']);
  expect(files()).toEqual([kept.id]);
});
