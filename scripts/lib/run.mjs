import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { root } from './paths.mjs';

/** A command that ended with another code than 0, or could not start (code 127). */
export class CommandError extends Error {
  constructor(command, code, output) {
    super(`${command} failed (${code})${output ? `:\n${excerpt(output)}` : ''}`);
    this.code = code;
    this.output = output;
  }
}

/** The beginning, where causes stand, and the end of a long output. */
function excerpt(text) {
  const lines = text.trimEnd().split('\n');
  return lines.length <= 60 ? lines.join('\n') : [...lines.slice(0, 20), '…', ...lines.slice(-40)].join('\n');
}

export const lastLines = (text, count) => text.trimEnd().split('\n').slice(-count).join('\n');

const running = new Set();

/** Ends every command that still runs, when the script is asked to stop. */
export const endRunning = () => running.forEach((child) => endGroup(child, 'SIGTERM'));

function endGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== 'ESRCH') throw error;
  }
}

/**
 * Runs a command to its end. Resolves to its output; with `show` the output goes to the terminal instead, with `onLine`
 * each line is handed over too. Rejects with CommandError. The command has a process group of its own, which `timeout` (ms)
 * and `endRunning` end as a whole.
 */
export function run(command, args = [], { cwd = root, env, show = false, onLine, timeout } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', ...(show ? ['inherit', 'inherit'] : ['pipe', 'pipe'])],
      detached: true,
    });
    running.add(child);
    const lines = [];
    for (const stream of show ? [] : [child.stdout, child.stderr]) {
      createInterface({ input: stream }).on('line', (line) => {
        lines.push(line);
        onLine?.(line);
      });
    }
    const timer = timeout && setTimeout(() => endGroup(child, 'SIGKILL'), timeout);
    child.on('error', (error) => {
      running.delete(child);
      reject(new CommandError([command, ...args].join(' '), 127, error.message));
    });
    child.on('close', (code, signal) => {
      running.delete(child);
      clearTimeout(timer);
      const output = lines.join('\n');
      if (code === 0) resolve(output);
      else reject(new CommandError([command, ...args].join(' '), code ?? signal, output));
    });
  });
}

/** Whether the command ends well; its output is dropped. */
export const succeeds = (command, args, options) =>
  run(command, args, options).then(
    () => true,
    () => false,
  );
