import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { createHmac, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const ROOT = resolve(__dirname, '../../..');

/** Builds the attendee's servers into a folder of the test's own. */
export function buildPair(): { folder: string; remove(): void } {
  const parent = mkdtempSync(join(tmpdir(), 'jarvis-build-'));
  const folder = join(parent, 'instance');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, 'scripts/build-instance.mjs'), folder], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`The build failed: ${stderr}`);
  return { folder, remove: () => rmSync(parent, { recursive: true, force: true }) };
}

export interface Running {
  readonly url: string;
  readonly child: ChildProcess;
  /** What it printed. */
  readonly output: () => string;
  /** Resolves with the exit code, or the signal's name. */
  stop(signal?: NodeJS.Signals): Promise<number | string>;
}

/** Starts a built server on a free port, by a command that runs it, and resolves when it listens. */
export async function startServer(
  file: string,
  env: Record<string, string>,
  by: readonly string[] = [],
): Promise<Running> {
  const [command, ...args] = [...by, process.execPath, file, '--jarvis-instance=test'];
  const child = spawn(command, args, {
    env: { PATH: process.env['PATH'], PORT: '0', HOST: '127.0.0.1', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  const ended = new Promise<number | string>((done) =>
    child.once('exit', (code, signal) => done(code ?? signal ?? 'unknown')),
  );
  const port = await new Promise<string>((done, fail) => {
    const read = (text: string): void => {
      output += text;
      const found = /listens",.*"port":(\d+)/.exec(output)?.[1];
      if (found) done(found);
    };
    child.stdout.setEncoding('utf8').on('data', read);
    child.stderr.setEncoding('utf8').on('data', read);
    void ended.then((code) => fail(new Error(`${file} ended with ${code}: ${output}`)));
  });
  return {
    url: `http://127.0.0.1:${port}`,
    child,
    output: () => output,
    stop: (signal = 'SIGTERM') => {
      child.kill(signal);
      return ended;
    },
  };
}

/** Both servers of an instance, and the address that a browser opens. */
export interface RunningPair {
  readonly backend: Running;
  readonly frontend: Running;
  readonly address: string;
  stop(): Promise<void>;
}

/** Starts a built pair; `env` is that of the backend. */
export async function startPair(folder: string, apiKey: string, env: Record<string, string>): Promise<RunningPair> {
  const backend = await startServer(join(folder, 'backend.cjs'), env);
  const frontend = await startServer(join(folder, 'frontend.cjs'), {
    SESSION_API_KEY: apiKey,
    API_BASE_URL: backend.url,
  });
  return {
    backend,
    frontend,
    address: `${frontend.url}/?token=${tokenOf(apiKey)}`,
    stop: async () => {
      await Promise.all([frontend.stop('SIGKILL'), backend.stop('SIGKILL')]);
    },
  };
}

export const newApiKey = (): string => randomBytes(32).toString('hex');
export const tokenOf = (apiKey: string): string =>
  createHmac('sha256', apiKey).update('jarvis access').digest('base64url');

export const backendEnv = (apiKey: string, dataDir: string): Record<string, string> => ({
  SESSION_ID: 'ada-1f2e3d4c',
  USER_ID: 'ada@example.org',
  API_KEY: apiKey,
  DATA_DIR: dataDir,
  EVENT_GENERATORS_DIR: join(ROOT, 'Backend/event_generators'),
  PARSERS_DIR: join(ROOT, 'Backend/parsers'),
  // Where the tests' own receivers are.
  DESTINATIONS_ALLOW: '127.0.0.1/32',
});
