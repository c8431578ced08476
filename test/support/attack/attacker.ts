import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';

const SCRIPT = readFileSync(join(__dirname, 'attacker.cjs'), 'utf8');

export interface Target {
  readonly host: string;
  readonly port: number;
}

/** What a program in a container printed, and the code that it ended with. */
export const inside = (container: string, ...command: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    execFile('docker', ['exec', container, ...command], { maxBuffer: 16 * 2 ** 20 }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: `${stdout}${stderr}` });
    });
  });

/** What came of reaching for each target from within a container, as `host:port outcome`. */
export async function reach(container: string, targets: readonly Target[]): Promise<string[]> {
  const { code, output } = await inside(
    container,
    'env',
    'UV_THREADPOOL_SIZE=32',
    'node',
    '-e',
    SCRIPT,
    JSON.stringify(targets),
  );
  if (code !== 0) throw new Error(`The attacker ended with ${code}: ${output}`);
  const outcomes = JSON.parse(output) as string[];
  return targets.map(({ host, port }, index) => `${host}:${port} ${outcomes[index]}`);
}

/** Those of the targets that were reached. */
export const reached = async (container: string, targets: readonly Target[]): Promise<string[]> =>
  (await reach(container, targets)).filter((outcome) => / (answer|closed)/.test(outcome));

/** This host's addresses, on each network that it is on: each bridge's gateway is one. */
export const hostAddresses = (): string[] =>
  Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal }) => !internal)
    .map(({ address, family, scopeid }) => (family === 'IPv6' && scopeid ? '' : address))
    .filter((address) => address !== '');

export const each = (hosts: readonly string[], ports: readonly number[]): Target[] =>
  hosts.flatMap((host) => ports.map((port) => ({ host, port })));
