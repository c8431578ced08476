import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { at } from './paths.mjs';

const SKIPPED = /(^|\/)(node_modules|dist|\.data)(\/|$)|\.(spec|contract)\.ts$/;

/** The files of `paths` (files or folders, relative to the checkout), sorted; tests and outputs left out. */
export function filesOf(paths) {
  const walk = (path) => {
    if (SKIPPED.test(path) || !existsSync(at(path))) return [];
    if (!statSync(at(path)).isDirectory()) return [path];
    return readdirSync(at(path)).flatMap((name) => walk(join(path, name)));
  };
  return paths.flatMap(walk).toSorted();
}

/** One digest of the names and contents of all files of `paths`, and of `extra`. */
export function digestOf(paths, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const path of filesOf(paths)) hash.update(`\0${path}\0`).update(readFileSync(at(path)));
  return hash.digest('hex').slice(0, 32);
}
