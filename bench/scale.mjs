import { setTimeout as sleep } from 'node:timers/promises';
import { bareStarter } from './bare-starter.mjs';
import { closedLoop } from './closed-loop.mjs';
import { AT_ONCE } from './pair.mjs';
import { containerMemory, processMemory } from './pair-memory.mjs';
import { cpuSeconds, memoryOf } from './proc.mjs';
import { plainRow, shown } from './report.mjs';
import { allRounded, percentile } from './statistics.mjs';

const STEPS = [1 / 15, 1 / 3, 1];
const SETTLE_MS = 5_000;
const QUIET_S = 10;
const ASKS = 30;
const MEGABYTE = 1e6;

/** Time, CPU and memory as sessions grow in three steps: 10, 50 and 150 by default. */
export async function scale({ driver, socket, sessions, platform, firstBarePort, signal, progress }) {
  const bare = bareStarter({ driver, socket, firstPort: firstBarePort }, signal);
  const targets = [...new Set(STEPS.map((share) => Math.max(1, Math.round(share * sessions))))];
  try {
    const [first] = targets;
    progress(`scale: ${first} pairs by ${bare.name}`);
    const yardstick = await closedLoop((index) => bare.launch(index), { count: first, clients: AT_ONCE, signal });
    await bare.clear();

    const steps = [];
    let running = 0;
    for (const target of targets) {
      progress(`scale: growing from ${running} to ${target}`);
      const began = running;
      const growth = await closedLoop((index) => platform.launch(began + index), {
        count: target - began,
        clients: AT_ONCE,
        signal,
      });
      for (const error of growth.errors) progress(`scale: ${error.message}`);
      running = target;
      await sleep(SETTLE_MS, undefined, { signal });
      steps.push({ target, growth, ...(await measure({ driver, socket, platform, pairs: target, signal })) });
      progress(`scale: ${target} running: ${shown(growth.latencies.length / growth.seconds)} pairs/s`);
    }
    progress('scale: ending all');
    const ending = performance.now();
    await platform.clear();
    const clearS = (performance.now() - ending) / 1_000;
    return summary({ steps, yardstick, clearS, bare });
  } finally {
    await bare.stop();
  }
}

/** What so many idle sessions cost, and how fast they are listed. */
async function measure({ driver, socket, platform, pairs, signal }) {
  const { deployment, pid } = platform;
  const cpu = cpuSeconds(pid);
  await sleep(QUIET_S * 1_000, undefined, { signal });
  const managerCpuPercent = ((cpuSeconds(pid) - cpu) / QUIET_S) * 100;
  const { servers, helpers } = await (driver === 'docker' ? containerMemory : processMemory)({ deployment, socket });
  const lists = [];
  for (let ask = 0; ask < ASKS; ask++) {
    const began = performance.now();
    await platform.admin('GET', '/sessions/active');
    lists.push(performance.now() - began);
  }
  return {
    managerCpuPercent,
    managerMb: memoryOf(pid, 'Rss') / MEGABYTE,
    pairMb: (servers + helpers) / pairs / MEGABYTE,
    listP99Ms: percentile(lists, 99),
  };
}

function summary({ steps, yardstick, clearS, bare }) {
  const rate = ({ latencies, seconds }) => latencies.length / seconds;
  const bareRate = rate(yardstick);
  const results = {
    ...allRounded(
      Object.fromEntries(
        steps.flatMap(({ target, growth, managerCpuPercent, managerMb, pairMb, listP99Ms }) => [
          [`pairs_per_s_to_${target}`, rate(growth)],
          [`start_p50_ms_to_${target}`, percentile(growth.latencies, 50)],
          [`start_p95_ms_to_${target}`, percentile(growth.latencies, 95)],
          [`manager_cpu_percent_at_${target}`, managerCpuPercent],
          [`manager_rss_mb_at_${target}`, managerMb],
          [`memory_per_pair_mb_at_${target}`, pairMb],
          [`list_p99_ms_at_${target}`, listP99Ms],
        ]),
      ),
    ),
    ...allRounded({ bare_pairs_per_s: bareRate, clear_s: clearS }),
    errors: steps.reduce((sum, { growth }) => sum + growth.errors.length, 0),
    bare_errors: yardstick.errors.length,
  };
  return {
    results,
    about:
      `Cold starts by ${AT_ONCE} clients; each step stands for ${QUIET_S} quiet seconds, in which the manager's CPU is taken. Yardstick: the ` +
      `first step by ${bare.name}.`,
    rows: [
      ...steps.flatMap(({ target, growth, managerCpuPercent, managerMb, pairMb, listP99Ms }) => [
        {
          figure: `growing to ${target}`,
          platform: `${shown(rate(growth))} pairs/s`,
          yardstick: `${shown(bareRate)} pairs/s`,
          verdict: shown(rate(growth) / bareRate),
        },
        plainRow(
          '  start, p50, p95',
          [50, 95].map((share) => `${shown(percentile(growth.latencies, share))} ms`).join(', '),
        ),
        plainRow('  manager: CPU, memory (RSS)', `${shown(managerCpuPercent)} %, ${shown(managerMb)} MB`),
        plainRow('  memory of a pair', `${shown(pairMb)} MB`),
        plainRow("  the organisers' list, p99", `${shown(listP99Ms)} ms`),
      ]),
      plainRow(`ending all ${steps.at(-1).target}`, `${shown(clearS)} s`),
      plainRow('failed starts', results.errors, results.bare_errors),
    ],
  };
}
