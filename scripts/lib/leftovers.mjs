import { run } from './run.mjs';

const KINDS = {
  container: { list: ['ls', '--all'], name: '{{.Names}}', remove: ['rm', '--force', '--volumes'] },
  volume: { list: ['ls'], name: '{{.Name}}', remove: ['rm', '--force'] },
  network: { list: ['ls'], name: '{{.Name}}', remove: ['rm'] },
};

/** Removes what tests left in Docker (their deployments' names begin with `test`), and resolves to the names. */
export async function removeTestLeftovers() {
  const names = [];
  for (const [kind, { list, name, remove }] of Object.entries(KINDS)) {
    const ours = ['--filter', 'label=managed_by=jarvis_session_manager'];
    const format = ['--format', `{{.Label "deployment"}} ${name}`];
    const output = await run('docker', [kind, ...list, ...ours, ...format]);
    const left = output
      .split('\n')
      .filter((line) => line.startsWith('test'))
      .map((line) => line.split(' ')[1]);
    if (left.length > 0) await run('docker', [kind, ...remove, ...left]);
    names.push(...left);
  }
  return names;
}
