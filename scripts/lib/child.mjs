import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from './paths.mjs';

/**
 * Starts a long-lived program in a process group of its own, so that the terminal's Ctrl-C reaches only this script, which
 * then stops its programs in order. Output goes to `log`, or nowhere.
 */
export function startChild(command, args, { env, log, cwd = root } = {}) {
  const output = log === undefined ? 'ignore' : openSync(log, 'a');
  const child = spawn(command, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio: ['ignore', output, output],
    detached: true,
  });
  if (log !== undefined) closeSync(output);
  const ended = new Promise((resolve) => {
    child.on('exit', (code, signal) => resolve(code ?? signal));
    child.on('error', (error) => resolve(error.message));
  });
  const isRunning = () => child.pid !== undefined && child.exitCode === null && child.signalCode === null;
  return {
    pid: child.pid,
    /** Resolves to the exit code, or the signal's name. */
    ended,
    isRunning,
    /** Ends the program, by force after `grace` ms. */
    async stop(grace = 5_000) {
      if (!isRunning()) return;
      child.kill('SIGTERM');
      await Promise.race([ended, sleep(grace, undefined, { ref: false })]);
      if (isRunning()) child.kill('SIGKILL');
      await ended;
    },
    kill: () => isRunning() && child.kill('SIGKILL'),
  };
}
