import { fork } from 'node:child_process';
import { once } from 'node:events';

/**
 * A program of this folder as a process of its own, which ends with this one. It answers each message with one.
 * @param {string} name
 * @param {AbortSignal} signal
 */
export function forkProgram(name, signal) {
  const child = fork(new URL(name, import.meta.url), { detached: true });
  return {
    /** Sends a message and resolves to the answer. */
    async ask(message) {
      const stop = new AbortController();
      const either = AbortSignal.any([signal, stop.signal]);
      const ended = once(child, 'exit', { signal: either }).then(([code]) => {
        throw new Error(`${name} ended with ${code}`);
      });
      const answered = once(child, 'message', { signal: either });
      child.send(message);
      try {
        const [answer] = await Promise.race([answered, ended]);
        return answer;
      } finally {
        stop.abort();
        await Promise.allSettled([answered, ended]);
      }
    },
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exit = once(child, 'exit');
      child.kill('SIGKILL');
      await exit;
    },
  };
}
