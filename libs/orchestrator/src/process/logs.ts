import type { FileHandle } from 'node:fs/promises';
import { open, stat } from 'node:fs/promises';
import { sleep } from '../deadline';
import { InstanceNotFoundError } from '../errors';
import type { LogLine, LogOptions } from '../facts';
import { LineSplitter } from '../line-splitter';
import type { InstanceRef, Service } from '../types';
import type { ProcessContext } from './context';
import { logPath } from './paths';
import { none, readRecord } from './records';
import { tailStart } from './tail-start';

const LOOK_MS = 200;
const CHUNK_BYTES = 64 * 1024;

/** The lines of a service's log file, which a start may truncate and a launch replaces. */
export async function* logs(
  context: ProcessContext,
  ref: InstanceRef,
  service: Service,
  { tail, follow }: LogOptions,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  signal.throwIfAborted();
  const found = await findLog(context, ref, service);
  if (found === undefined) throw new InstanceNotFoundError(ref.instanceId);
  let path = found;
  const lines = new LineSplitter();
  let file = await openLog(path);
  try {
    if (file) file.position = await tailStart(file.handle, tail, follow);
    if (!follow) {
      if (file) yield* readOn(file, lines, signal, (await file.handle.stat()).size);
      yield* rest(lines);
      return;
    }
    for (;;) {
      // Looked at first, so that what was written before a file made way for another is read.
      const now = await stat(path).catch(none(undefined));
      const same = file !== undefined && now?.ino === file.inode;
      if (file && same && now.size < file.position) {
        yield* rest(lines);
        file.position = 0;
      }
      if (file) yield* readOn(file, lines, signal);
      if (!same) {
        await file?.handle.close();
        file = undefined;
        yield* rest(lines);
        const next = await findLog(context, ref, service);
        if (next === undefined) return;
        path = next;
        file = await openLog(path);
        if (file) continue;
      }
      await sleep(LOOK_MS, signal);
    }
  } finally {
    await file?.handle.close();
  }
}

interface OpenLog {
  readonly handle: FileHandle;
  readonly inode: number;
  position: number;
}

async function openLog(path: string): Promise<OpenLog | undefined> {
  const handle = await open(path, 'r').catch(none(undefined));
  return handle && { handle, inode: (await handle.stat()).ino, position: 0 };
}

/** Where a service's log lies; `undefined` when there is no such service. */
async function findLog(
  { options, scan }: ProcessContext,
  { instanceId }: InstanceRef,
  service: Service,
): Promise<string | undefined> {
  const { home, deployment } = options;
  const record = await readRecord(home, deployment, instanceId);
  if (record?.services.includes(service)) return logPath(home, record, service);
  const running = [...(await scan()).values()].find(
    (marker) => marker.instanceId === instanceId && marker.service === service,
  );
  return running && logPath(home, { bornAs: running.sessionId }, service);
}

/** Reads to the file's end, or to `end`. */
async function* readOn(
  file: OpenLog,
  lines: LineSplitter,
  signal: AbortSignal,
  end = Number.POSITIVE_INFINITY,
): AsyncGenerator<LogLine> {
  const chunk = Buffer.alloc(CHUNK_BYTES);
  while (file.position < end) {
    signal.throwIfAborted();
    const length = Math.min(CHUNK_BYTES, end - file.position);
    const { bytesRead } = await file.handle.read(chunk, 0, length, file.position);
    if (bytesRead === 0) return;
    file.position += bytesRead;
    for (const text of lines.push(chunk.subarray(0, bytesRead))) yield { stream: 'stdout', text };
  }
}

function* rest(lines: LineSplitter): Generator<LogLine> {
  const text = lines.rest();
  if (text !== undefined) yield { stream: 'stdout', text };
}
