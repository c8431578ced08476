import { setTimeout as sleep } from 'node:timers/promises';
import { bareStarter } from './bare-starter.mjs';
import { closedLoop } from './closed-loop.mjs';
import { AT_ONCE } from './pair.mjs';
import { shown, verdict } from './report.mjs';
import { assertSamePairs } from './same-pairs.mjs';
import { allRounded, median, percentile } from './statistics.mjs';

const REPETITIONS = 3;
const REST_MS = 1_000;

/**
 * Cold starts by the platform and by a bare script, in turns. Pairs per second: all requests are sent at once and the platform
 * queues them, the bare script does `AT_ONCE` at a time. Time of one pair: `AT_ONCE` clients in both, each starting its next
 * pair when its last one answers, so that no time in a queue is in it.
 */
export async function cold(context) {
  const { driver, socket, sessions, platform, firstBarePort, signal, progress } = context;
  const bare = bareStarter({ driver, socket, firstPort: firstBarePort }, signal);
  const clear = async (starter) => {
    await starter.clear();
    await sleep(REST_MS, undefined, { signal });
  };
  const round = async (starter, { clients, count = sessions }) => {
    const result = await closedLoop((index) => starter.launch(index), { count, clients, signal });
    for (const error of result.errors) progress(`${starter.name}: ${error.message}`);
    return { ...result, pairsPerS: result.latencies.length / result.seconds };
  };

  try {
    progress(`cold: first pairs, not counted`);
    for (const starter of [platform, bare]) await round(starter, { clients: AT_ONCE, count: AT_ONCE });
    if (driver === 'docker') await assertSamePairs(socket, [platform.deployment, bare.deployment]);
    await clear(platform);
    await clear(bare);

    const rounds = { burst: [], loop: [], bare: [] };
    const plan = Array.from({ length: REPETITIONS }, () => ['burst', 'bare', 'loop', 'bare']).flat();
    for (const [index, kind] of plan.entries()) {
      const starter = kind === 'bare' ? bare : platform;
      const result = await round(starter, { clients: kind === 'burst' ? sessions : AT_ONCE });
      rounds[kind].push(result);
      progress(`cold: round ${index + 1} of ${plan.length}, ${starter.name}: ${shown(result.pairsPerS)} pairs/s`);
      await clear(starter);
    }
    return summary({ rounds, driver, sessions, bare });
  } finally {
    progress('cold: removing the bare pairs');
    await bare.stop();
  }
}

function summary({ rounds, driver, sessions, bare }) {
  const rate = (kind) => median(rounds[kind].map(({ pairsPerS }) => pairsPerS));
  const time = (kind, share) =>
    percentile(
      rounds[kind].flatMap(({ latencies }) => latencies),
      share,
    );
  const failures = (...kinds) =>
    kinds.flatMap((kind) => rounds[kind]).reduce((sum, { errors }) => sum + errors.length, 0);
  const ratioName = driver === 'docker' ? 'ratio_to_docker' : 'ratio_to_bare';
  const figures = {
    pairs_per_s: rate('burst'),
    bare_pairs_per_s: rate('bare'),
    [ratioName]: rate('burst') / rate('bare'),
    p50_ms: time('loop', 50),
    bare_p50_ms: time('bare', 50),
    ratio_p50: time('loop', 50) / time('bare', 50),
    p95_ms: time('loop', 95),
    bare_p95_ms: time('bare', 95),
    ratio_p95: time('loop', 95) / time('bare', 95),
  };
  const results = {
    ...allRounded(figures),
    errors: failures('burst', 'loop'),
    bare_errors: failures('bare'),
  };
  const timeRow = (share) => ({
    figure: `start of one pair, p${share}`,
    platform: `${shown(results[`p${share}_ms`])} ms`,
    yardstick: `${shown(results[`bare_p${share}_ms`])} ms`,
    verdict: shown(results[`ratio_p${share}`]),
  });
  return {
    results,
    about:
      `${sessions} pairs a round, ${AT_ONCE} starting at once in both, until both servers answer HTTP; yardstick: ${bare.name}. ` +
      `Pairs/s: all requests sent at once. Times: ${AT_ONCE} clients, one pair after another, no queue.`,
    rows: [
      {
        figure: 'cold starts',
        platform: `${shown(results.pairs_per_s)} pairs/s`,
        yardstick: `${shown(results.bare_pairs_per_s)} pairs/s`,
        // The goal is set against Docker.
        verdict: driver === 'docker' ? verdict(results[ratioName], { atLeast: 0.9 }) : shown(results[ratioName]),
      },
      timeRow(50),
      timeRow(95),
      {
        figure: 'failed starts',
        platform: String(results.errors),
        yardstick: String(results.bare_errors),
        verdict: '',
      },
    ],
  };
}
