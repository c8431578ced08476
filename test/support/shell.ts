import { execFile } from 'node:child_process';
import { ROOT } from './platform';

export interface ShellAnswer {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** What bash answers to a command, typed in the checkout as the manual has it. */
export const bash = (command: string): Promise<ShellAnswer> =>
  new Promise((resolve) => {
    execFile('bash', ['-c', command], { cwd: ROOT, maxBuffer: 16 * 1024 ** 2 }, (error, stdout, stderr) => {
      resolve({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : 1, stdout, stderr });
    });
  });

/** As `bash`, for a command that has to succeed; answers what it printed. */
export async function typed(command: string): Promise<string> {
  const { code, stdout, stderr } = await bash(command);
  if (code !== 0) throw new Error(`${command}\nended with ${code}:\n${stdout}${stderr}`);
  return stdout.trim();
}
