import { existsSync } from 'node:fs';
import { Hint, step } from './say.mjs';
import { run, succeeds } from './run.mjs';
import { which } from './which.mjs';

const QUIET = { env: { DEBIAN_FRONTEND: 'noninteractive' } };
let lists;

/** Refreshes the package lists, once a run. A repository of somebody else's that fails is no reason to stop. */
export const updateLists = () =>
  (lists ??= step('Updating the package lists', () => succeeds('apt-get', ['update', '-q'])));

export const isDebian = () => existsSync('/etc/debian_version') && which('apt-get') !== undefined;
export const isRoot = () => process.getuid?.() === 0;

/** Installs Debian packages; whoever cannot is told what to install. */
export async function ensurePackages(packages, purpose) {
  if (!isDebian() || !isRoot()) {
    throw new Hint(
      `${purpose} is missing. On Debian, as root: apt-get install ${packages.join(' ')}\n` +
        'Elsewhere install the same with your package manager, then try again.',
    );
  }
  await updateLists();
  await step(`Installing ${packages.join(' ')}`, () =>
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...packages], QUIET),
  );
}
