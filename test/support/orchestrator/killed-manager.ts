import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import type { InstanceSpec, LaunchStep, ProcessOptions } from '@app/orchestrator';

/** Lets another program launch an instance and die by SIGKILL before a step; returns the signal that ended it. */
export async function launchAndDie(
  options: ProcessOptions,
  spec: InstanceSpec,
  dieBefore: LaunchStep,
  environment: Record<string, string>,
): Promise<NodeJS.Signals | null> {
  const folder = await mkdtemp(join(tmpdir(), 'jarvis-manager-'));
  try {
    const outfile = join(folder, 'manager.cjs');
    await build({
      entryPoints: [join(__dirname, 'manager.ts')],
      outfile,
      bundle: true,
      platform: 'node',
      tsconfig: join(__dirname, '../../../tsconfig.json'),
      external: ['cpu-features', '*.node'],
    });
    const manager = spawn(process.execPath, [outfile], {
      stdio: ['pipe', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    });
    manager.stdin?.end(JSON.stringify({ options, spec, dieBefore }));
    const [, signal] = (await once(manager, 'exit')) as [number | null, NodeJS.Signals | null];
    return signal;
  } finally {
    await rm(folder, { recursive: true });
  }
}
