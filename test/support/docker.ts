import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Lines that a docker command prints. */
export async function docker(...args: string[]): Promise<string[]> {
  const { stdout } = await run('docker', args);
  return stdout.split('\n').filter((line) => line !== '');
}

/** Names of all containers, volumes and networks of a deployment. */
export async function remains(deployment: string): Promise<string[]> {
  const filter = ['--filter', `label=deployment=${deployment}`];
  const found = await Promise.all([
    docker('ps', '-a', ...filter, '--format', 'container {{.Names}}'),
    docker('volume', 'ls', ...filter, '--format', 'volume {{.Name}}'),
    docker('network', 'ls', ...filter, '--format', 'network {{.Name}}'),
  ]);
  return found.flat().toSorted();
}
