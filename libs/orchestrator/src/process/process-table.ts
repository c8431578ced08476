import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { ServiceUsage } from '../facts';
import { readMarker } from './markers';
import type { Marker } from './markers';
import { parseProc, parsePsUsage } from './process-usage';

const PS_BUFFER = 64 * 1024 * 1024;

/** The host's processes. */
export interface ProcessTable {
  /** All process ids with their command lines. */
  commands(): Promise<ReadonlyMap<number, string>>;
  /** One process's command line; `undefined` when it has ended. */
  commandOf(pid: number): Promise<string | undefined>;
  /** What these processes use; those that have ended are missing. */
  usage(pids: readonly number[]): Promise<ReadonlyMap<number, ServiceUsage>>;
}

export const procTable: ProcessTable = {
  async commands() {
    const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
    const rows = await Promise.all(pids.map(async (pid) => [pid, await procTable.commandOf(pid)] as const));
    return new Map(rows.filter((row): row is [number, string] => row[1] !== undefined));
  },
  /** A process that has ended and was not waited for (a zombie) has an empty command line. */
  async commandOf(pid) {
    const line = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');
    return line === '' ? undefined : line.replaceAll('\0', ' ').trimEnd();
  },
  async usage(pids) {
    const read = (pid: number, file: string): Promise<string> =>
      readFile(`/proc/${pid}/${file}`, 'utf8').catch(() => '');
    const rows = await Promise.all(
      pids.map(async (pid) => [pid, parseProc(await read(pid, 'stat'), await read(pid, 'status'))] as const),
    );
    return new Map(rows.filter((row): row is [number, ServiceUsage] => row[1] !== undefined));
  },
};

export const psTable: ProcessTable = {
  async commands() {
    return parsePs(await ps('-axww', '-o', 'pid=,command='));
  },
  async commandOf(pid) {
    return parsePs(await ps('-ww', '-p', String(pid), '-o', 'pid=,command=')).get(pid);
  },
  async usage(pids) {
    return pids.length === 0 ? new Map() : parsePsUsage(await ps('-p', pids.join(','), '-o', 'pid=,time=,rss='));
  },
};

/** The kernel's own table where there is one, else what `ps` prints. */
export const hostTable = (): ProcessTable => (existsSync('/proc/self/cmdline') ? procTable : psTable);

/** The processes among these that carry a marker. */
export const marked = (commands: ReadonlyMap<number, string>): Map<number, Marker> =>
  new Map(
    [...commands].flatMap(([pid, command]) => {
      const marker = readMarker(command);
      return marker ? [[pid, marker] as const] : [];
    }),
  );

/** Lines of `pid command`; processes that have ended and were not waited for are left out. */
export function parsePs(output: string): Map<number, string> {
  const rows = output.split('\n').map((line) => /^\s*(\d+)\s+(.+?)\s*$/.exec(line));
  return new Map(
    rows.flatMap((row) => (row?.[2] && !row[2].endsWith('<defunct>') ? [[Number(row[1]), row[2]] as const] : [])),
  );
}

/** `ps` exits with 1 when it finds nothing. */
const ps = async (...args: string[]): Promise<string> =>
  (await promisify(execFile)('ps', args, { maxBuffer: PS_BUFFER }).catch(() => ({ stdout: '' }))).stdout;
