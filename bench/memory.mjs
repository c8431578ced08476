import { setTimeout as sleep } from 'node:timers/promises';
import { Hint } from '../scripts/lib/say.mjs';
import { closedLoop } from './closed-loop.mjs';
import { AT_ONCE } from './pair.mjs';
import { containerMemory, processMemory } from './pair-memory.mjs';
import { hasShares, memoryOf } from './proc.mjs';
import { shown, verdict } from './report.mjs';
import { median, rounded } from './statistics.mjs';

const SETTLE_MS = 10_000;
const SAMPLES = 3;
const BETWEEN_MS = 2_000;
const MEGABYTE = 1e6;

/** Memory of pairs that nobody uses, and of the session manager beside them. */
export async function memory({ driver, socket, sessions, platform, signal, progress }) {
  if (!hasShares()) throw new Hint('The memory scenario reads /proc, which only Linux has.');
  progress(`memory: starting ${sessions} pairs`);
  const { errors } = await closedLoop((index) => platform.launch(index), { count: sessions, clients: AT_ONCE, signal });
  for (const error of errors) progress(`memory: ${error.message}`);
  if (platform.sessions.length === 0) throw new Error('No pair started, so there is nothing to measure.');
  progress(`memory: letting them rest for ${SETTLE_MS / 1_000} s`);
  await sleep(SETTLE_MS, undefined, { signal });

  const samples = [];
  const pairs = platform.sessions.length;
  for (let sample = 1; sample <= SAMPLES; sample++) {
    const { deployment, pid } = platform;
    const { servers, helpers } = await (driver === 'docker' ? containerMemory : processMemory)({ deployment, socket });
    samples.push({
      pair: (servers + helpers) / pairs,
      helpers: helpers / pairs,
      manager: memoryOf(pid, 'Pss'),
      managerRss: memoryOf(pid, 'Rss'),
    });
    progress(`memory: sample ${sample} of ${SAMPLES}: ${shown((servers + helpers) / pairs / MEGABYTE)} MB a pair`);
    await sleep(BETWEEN_MS, undefined, { signal });
  }
  await platform.clear();
  return summary({ samples, pairs, driver, errors: errors.length });
}

function summary({ samples, pairs, driver, errors }) {
  const mid = (figure) => rounded(median(samples.map((sample) => sample[figure])) / MEGABYTE);
  const results = {
    memory_per_pair_mb: mid('pair'),
    ...(driver === 'docker' ? { helpers_per_pair_mb: mid('helpers') } : {}),
    manager_memory_mb: mid('manager'),
    manager_rss_mb: mid('managerRss'),
    pairs,
    errors,
  };
  const how =
    driver === 'docker'
      ? 'control groups without page cache, shares of mapped files, shims and port proxies'
      : 'proportional shares (PSS) of both processes';
  return {
    results,
    about: `${pairs} idle pairs, ${how}; the manager by its proportional share (PSS). 1 MB is 1,000,000 bytes.`,
    rows: [
      {
        figure: 'memory of an idle pair',
        platform: `${shown(results.memory_per_pair_mb)} MB`,
        yardstick: '100 MB',
        verdict: verdict(results.memory_per_pair_mb / 100, { atMost: 1 }),
      },
      ...(driver === 'docker'
        ? [
            {
              figure: '  of it shims and port proxies',
              platform: `${shown(results.helpers_per_pair_mb)} MB`,
              yardstick: '',
              verdict: '',
            },
          ]
        : []),
      {
        figure: 'memory of the session manager',
        platform: `${shown(results.manager_memory_mb)} MB`,
        yardstick: '',
        verdict: '',
      },
    ],
  };
}
