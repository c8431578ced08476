import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFullError, UploadStalledError } from '../errors';
import { asDiskFull, receiveFile } from './receive-file';
import { fileName } from './upload.schema';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-receive-'));
const silent = () => undefined;
afterAll(() => rmSync(folder, { recursive: true }));

it('takes a file that comes slowly', async () => {
  const slow = async function* () {
    for (let part = 0; part < 6; part += 1) {
      await new Promise((resolve) => setTimeout(resolve, 40));
      yield Buffer.from('part\n');
    }
  };
  await receiveFile(slow(), join(folder, 'slow'), silent, 120);
  expect(readFileSync(join(folder, 'slow'), 'utf8')).toBe('part\n'.repeat(6));
});

it('gives up a file of which nothing more comes', async () => {
  const stalled = { [Symbol.asyncIterator]: () => ({ next: () => new Promise<never>(silent) }) };
  await expect(receiveFile(stalled, join(folder, 'stalled'), silent, 50)).rejects.toThrow(UploadStalledError);
});

it.each([
  [Object.assign(new Error('write'), { code: 'ENOSPC' }), true],
  [Object.assign(new Error('write'), { code: 'EDQUOT' }), true],
  [new Error('database or disk is full'), true],
  [Object.assign(new Error('write'), { code: 'EIO' }), false],
])('tells a full disk: %s', (error, isFull) => expect(asDiskFull(error) instanceof DiskFullError).toBe(isFull));

it.each([
  ['app.log', 'app.log'],
  ['/var/log/app.log.gz', 'app.log'],
  ['C:\\logs\\über app.csv', 'über app.csv'],
  ['a\r\nb\u202e.log', 'ab.log'],
  ['.gz', '.gz'],
  ['..', '..'],
  ['', 'upload.log'],
])('keeps of the name %j what is %j', (given, name) => expect(fileName(given)).toBe(name));
