import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { ProcessOrchestrator } from '@app/orchestrator';
import type { InstanceRef, ProcessOptions } from '@app/orchestrator';
import type { OrchestratorFixture, Program } from '../../../libs/orchestrator/src/orchestrator.contract';
import { freePorts } from './ports';

export interface ProcessFixture extends OrchestratorFixture {
  readonly options: ProcessOptions;
  /** A driver with other options. */
  with(changes: Partial<ProcessOptions>): ProcessOrchestrator;
  /** The process ids of an instance's services, as `ps` tells. */
  pids(ref: InstanceRef): Promise<number[]>;
  /** Ends all processes of this run and removes its folder. */
  close(): Promise<void>;
}

const entry = (program: Program): string => join(__dirname, 'service', `${program}.cjs`);

export async function processFixture(): Promise<ProcessFixture> {
  const home = await mkdtemp(join(tmpdir(), 'jarvis process test-'));
  const drivers: ProcessOrchestrator[] = [];
  const options: ProcessOptions = {
    deployment: `test-${randomBytes(4).toString('hex')}`,
    home,
    node: process.execPath,
    backendEntry: entry('server'),
    frontendEntry: entry('server'),
    disableAuth: false,
    destinations: { allow: [], deny: [], egress: { mode: 'open', networks: [] } },
    uploads: {},
    logLevel: 'warn',
    readyTimeoutMs: 30_000,
    pollMs: 200,
  };
  const make = (changes: Partial<ProcessOptions>): ProcessOrchestrator => {
    const driver = new ProcessOrchestrator({ ...options, ...changes });
    drivers.push(driver);
    return driver;
  };
  return {
    options,
    with: make,
    pids,
    driver: ({ program = 'server', ...changes } = {}) =>
      make({ backendEntry: entry(program), frontendEntry: entry(program), ...changes }),
    ports: freePorts,
    async stop(ref) {
      for (const driver of drivers) driver.close();
      kill(await pids(ref));
      while ((await pids(ref)).length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    },
    async remains(ref) {
      const files = await readdir(home, { recursive: true });
      const running = await pids(ref);
      return [...files.filter((file) => file.includes(ref.instanceId)), ...running.map((pid) => `process ${pid}`)];
    },
    async close() {
      for (const driver of drivers) driver.close();
      kill(await pidsOf(`--jarvis-home=${home}`));
      await rm(home, { recursive: true, force: true });
    },
  };
}

const pids = ({ instanceId }: InstanceRef): Promise<number[]> => pidsOf(`--jarvis-instance=${instanceId}`);

function kill(ids: number[]): void {
  for (const pid of ids) process.kill(pid, 'SIGKILL');
}

async function pidsOf(words: string): Promise<number[]> {
  const { stdout } = await promisify(execFile)('ps', ['-axww', '-o', 'pid=,command=']);
  const lines = stdout.split('\n').filter((line) => line.includes(words) && !line.includes('<defunct>'));
  return lines.map((line) => Number.parseInt(line, 10));
}
