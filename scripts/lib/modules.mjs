import { existsSync, readFileSync, rmSync } from 'node:fs';
import { at } from './paths.mjs';
import { run } from './run.mjs';
import { step } from './say.mjs';

/** npm writes this copy of the lockfile as the last act of an installation. */
const INSTALLED = at('node_modules/.package-lock.json');

const packagesOf = (path) => JSON.parse(readFileSync(path, 'utf8')).packages;

/** Whether `installed` is what `locked` asks for; packages for other platforms may be missing. */
export function isInstalled(locked, installed) {
  const wanted = Object.entries(locked).filter(([path]) => path !== '');
  return (
    Object.keys(installed).every((path) => path in locked) &&
    wanted.every(([path, { version, integrity, optional }]) => {
      const found = installed[path];
      return found ? found.version === version && found.integrity === integrity : optional === true;
    })
  );
}

/** Installs what package-lock.json names when node_modules holds anything else. */
export async function ensureModules() {
  if (existsSync(INSTALLED) && isInstalled(packagesOf(at('package-lock.json')), packagesOf(INSTALLED))) return;
  // An interrupted `npm ci` must not be taken for a finished one.
  rmSync(INSTALLED, { force: true });
  await step('Installing packages (npm ci), about a minute', () =>
    run('npm', ['ci', '--ignore-scripts', '--loglevel=error']),
  );
}
