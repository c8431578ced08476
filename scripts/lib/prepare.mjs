import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { delimiter } from 'node:path';
import { ensureModules } from './modules.mjs';
import { at } from './paths.mjs';
import { endRunning } from './run.mjs';
import { Hint } from './say.mjs';
import { onParentGone } from './stop-signals.mjs';

const BIN = at('node_modules/.bin');
/** The oldest Node with `node:sqlite` unflagged, as `engines` in package.json says. */
const OLDEST = [22, 13];

const isOld = () => {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major < OLDEST[0] || (major === OLDEST[0] && minor < OLDEST[1]);
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

function stop(signal) {
  endRunning();
  process.exit(128 + constants.signals[signal]);
}

/** Does the work; a signal ends it and this script. */
async function stoppable(work) {
  for (const signal of SIGNALS) process.on(signal, stop);
  await work();
  for (const signal of SIGNALS) process.off(signal, stop);
}

/**
 * Makes the checkout usable from a bare clone and an old Node: installs packages, puts their programs first in PATH, and
 * goes on in the Node that came with them where this one is too old. Call it before anything that needs a package.
 */
export async function prepare() {
  await stoppable(ensureModules);
  if (!process.env.PATH?.startsWith(BIN)) process.env.PATH = `${BIN}${delimiter}${process.env.PATH ?? ''}`;
  if (!isOld()) return;
  const node = at('node_modules/.bin/node');
  if (!existsSync(node)) {
    throw new Hint(
      `Node ${OLDEST.join('.')} or newer is needed; this is ${process.versions.node}. See https://nodejs.org.`,
    );
  }
  const child = spawn(node, process.argv.slice(1), { stdio: 'inherit' });
  for (const signal of SIGNALS) process.on(signal, () => child.kill(signal));
  onParentGone(() => child.kill('SIGTERM'));
  await new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
  });
}
