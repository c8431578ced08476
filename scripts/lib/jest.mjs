import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { data, root } from './paths.mjs';
import { warn } from './say.mjs';

/** How long Jest may take to end once its results are written; a test that left something open would hold it for ever. */
const GRACE_SECONDS = 30;

/** Counts of a Jest report; a suite that could not run counts as one failure. */
export const countsOf = ({
  numPassedTests,
  numFailedTests,
  numPendingTests,
  numTodoTests,
  numRuntimeErrorTestSuites,
}) => ({
  passed: numPassedTests,
  failed: numFailedTests + numRuntimeErrorTestSuites,
  skipped: numPendingTests + numTodoTests,
});

const readReport = (path) => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
};

/**
 * Runs the tests of a Jest project, showing them, and resolves to the counts. A Jest that breaks or hangs is a failure. A `shard`
 * is a part of the project (such as 1/2); it takes the TCP ports of the project `portsOf` where two parts run at a time.
 */
export async function jest(project, args, signal, { shard, portsOf = project } = {}) {
  mkdirSync(data, { recursive: true });
  const path = join(data, `jest-${[project, ...(shard?.split('/') ?? [])].join('-')}.json`);
  rmSync(path, { force: true });
  const options = ['--selectProjects', project, '--json', '--outputFile', path, ...args];
  if (shard) options.push('--shard', shard);
  const child = spawn('jest', options, {
    cwd: root,
    env: { ...process.env, TEST_PORTS_OF: portsOf },
    stdio: ['ignore', 'inherit', 'inherit'],
    detached: true,
  });
  const end = () => process.kill(-child.pid, 'SIGKILL');
  signal.addEventListener('abort', end);
  const watch = new AbortController();
  const hung = hangs(path, watch.signal).then((isHung) => {
    if (isHung) end();
    return isHung;
  });
  const [code] = await once(child, 'exit');
  watch.abort();
  signal.removeEventListener('abort', end);

  const report = readReport(path);
  const counts = report ? countsOf(report) : { passed: 0, failed: 0, skipped: 0 };
  if (await hung) warn(`Jest did not end ${GRACE_SECONDS} s after its last test: a test left something open.`);
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

/** Resolves to true when the report has been there for the time of grace, to false when `signal` aborts before. */
async function hangs(path, signal) {
  try {
    while (!readReport(path)) await sleep(1_000, undefined, { signal });
    await sleep(GRACE_SECONDS * 1_000, undefined, { signal });
    return true;
  } catch {
    return false;
  }
}
