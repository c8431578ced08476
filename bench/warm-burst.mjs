import { bareStarter } from './bare-starter.mjs';
import { clickAtOnce, clickTime, givenTwice } from './clicks.mjs';
import { plainRow, shown, verdict } from './report.mjs';
import { allRounded, median } from './statistics.mjs';

const SINGLES = 3;
const BURSTS = { docker: 2, process: 3 };

/**
 * As many clicks at once as there are warm instances, from the click to the instance answering HTTP. Beside it, in the same run: one
 * start alone by the platform and by the bare script, and the same burst from an empty pool.
 */
export async function warmBurst({ driver, socket, sessions, platform, firstBarePort, signal, progress }) {
  const bare = bareStarter({ driver, socket, firstPort: firstBarePort }, signal);
  const tell = ({ errors }) => errors.forEach((error) => progress(`warm-burst: ${error.message}`));
  try {
    progress('warm-burst: one start at a time, from an empty pool');
    const singles = { platform: [], bare: [] };
    for (let index = 0; index <= SINGLES; index++) {
      const single = await clickAtOnce(platform, 1);
      tell(single);
      const began = performance.now();
      await bare.launch(index);
      // The first ones warm caches up and do not count.
      if (index > 0) {
        singles.platform.push(...single.clicks.map(({ ms }) => ms));
        singles.bare.push(performance.now() - began);
      }
      await platform.clear();
      await bare.clear();
    }

    progress(`warm-burst: ${sessions} clicks at once, from an empty pool`);
    const cold = await clickAtOnce(platform, sessions);
    tell(cold);
    await platform.clear();

    const bursts = [];
    for (let round = 1; round <= BURSTS[driver]; round++) {
      progress(`warm-burst: filling the pool with ${sessions}`);
      await platform.fillPool(sessions);
      const alone = await clickAtOnce(platform, 1);
      tell(alone);
      await platform.fillPool(sessions);
      const warm = new Set(await platform.store.smembers('pool:all'));
      const burst = await clickAtOnce(platform, sessions);
      tell(burst);
      const refillS = await platform.fillPool(sessions);
      const fromPool = burst.clicks.filter(({ instance }) => warm.has(instance)).length;
      bursts.push({ ...burst, aloneMs: clickTime(alone.clicks, 50), refillS, fromPool });
      progress(
        `warm-burst: round ${round} of ${BURSTS[driver]}: p99 ${shown(clickTime(burst.clicks, 99))} ms, ` +
          `${fromPool} from the pool, full again after ${shown(refillS)} s`,
      );
      await platform.fillPool(0);
      await platform.clear();
    }
    return summary({ sessions, singles, cold, bursts, bare });
  } finally {
    await bare.stop();
  }
}

function summary({ sessions, singles, cold, bursts, bare }) {
  const warm = (share) => median(bursts.map(({ clicks }) => clickTime(clicks, share)));
  const [oneCold, oneBare] = [median(singles.platform), median(singles.bare)];
  const oneWarm = median(bursts.map(({ aloneMs }) => aloneMs));
  const total = (figure) => bursts.reduce((sum, burst) => sum + figure(burst), 0);
  const results = {
    ...allRounded({
      p50_ms: warm(50),
      p95_ms: warm(95),
      p99_ms: warm(99),
      cold_burst_p50_ms: clickTime(cold.clicks, 50),
      cold_burst_p95_ms: clickTime(cold.clicks, 95),
      cold_burst_p99_ms: clickTime(cold.clicks, 99),
      one_warm_ms: oneWarm,
      one_cold_ms: oneCold,
      one_bare_ms: oneBare,
      times_faster_than_cold_burst_p50: clickTime(cold.clicks, 50) / warm(50),
      times_faster_than_cold_burst_p99: clickTime(cold.clicks, 99) / warm(99),
      times_faster_alone: oneCold / oneWarm,
      times_faster_than_one_cold_p50: oneCold / warm(50),
      refill_s: median(bursts.map(({ refillS }) => refillS)),
    }),
    clicks: sessions,
    bursts: bursts.length,
    from_pool: total(({ fromPool }) => fromPool),
    instances_given_twice: total(({ clicks }) => givenTwice(clicks)),
    errors: total(({ errors }) => errors.length) + cold.errors.length,
  };
  const faster = (share) => results[`cold_burst_p${share}_ms`] / results[`p${share}_ms`];
  return {
    results,
    about:
      `${sessions} clicks at once on ${sessions} warm instances, from the POST until the instance's page server answered HTTP, to a ` +
      `client on the same machine; median of ${bursts.length} bursts. Yardsticks of the same run: the same burst from an empty pool, one ` +
      `start alone from an empty pool, and one by ${bare.name}.`,
    rows: [
      ...[50, 95, 99].map((share) => ({
        figure: `burst of ${sessions}, click to HTTP, p${share}`,
        platform: `${shown(results[`p${share}_ms`])} ms`,
        yardstick: `${shown(results[`cold_burst_p${share}_ms`])} ms (empty pool)`,
        verdict:
          share === 99
            ? verdict(faster(share), { atLeast: 20 }, ' times faster')
            : `${shown(faster(share))} times faster`,
      })),
      {
        figure: '  its p99 against one second',
        platform: `${shown(results.p99_ms)} ms`,
        yardstick: '1000 ms',
        verdict: verdict(results.p99_ms / 1_000, { atMost: 1 }),
      },
      {
        figure: '  its p50 against one cold start alone',
        platform: `${shown(results.p50_ms)} ms`,
        yardstick: `${shown(oneCold)} ms`,
        verdict: `${shown(results.times_faster_than_one_cold_p50)} times faster`,
      },
      {
        figure: 'one click alone',
        platform: `${shown(oneWarm)} ms`,
        yardstick: `${shown(oneCold)} ms (empty pool)`,
        verdict: `${shown(oneCold / oneWarm)} times faster`,
      },
      {
        figure: 'one cold start alone',
        platform: `${shown(oneCold)} ms`,
        yardstick: `${shown(oneBare)} ms`,
        verdict: shown(oneCold / oneBare),
      },
      plainRow('served from the pool', results.from_pool, sessions * bursts.length),
      plainRow('instances given twice', results.instances_given_twice, 0),
      plainRow(`pool of ${sessions} full again`, `${shown(results.refill_s)} s`),
      plainRow('failed clicks', results.errors, 0),
    ],
  };
}
