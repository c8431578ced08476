import { bareStarter } from './bare-starter.mjs';
import { clickAtOnce, clickTime, givenTwice } from './clicks.mjs';
import { closedLoop } from './closed-loop.mjs';
import { AT_ONCE } from './pair.mjs';
import { plainRow, shown } from './report.mjs';
import { allRounded, percentile } from './statistics.mjs';

const REFUSED = 10;

/**
 * Twice as many clicks at once as there are warm instances: half of them wait for a cold start. Then the same clicks on a cap that is
 * ten too low.
 */
export async function drainedBurst({ driver, socket, sessions, platform, firstBarePort, signal, progress }) {
  const bare = bareStarter({ driver, socket, firstPort: firstBarePort }, signal);
  const warmCount = Math.floor(sessions / 2);
  try {
    progress(`drained-burst: filling the pool with ${warmCount}`);
    await platform.fillPool(warmCount);
    const pool = new Set(await platform.store.smembers('pool:all'));
    progress(`drained-burst: ${sessions} clicks at once`);
    const burst = await clickAtOnce(platform, sessions);
    burst.errors.forEach((error) => progress(`drained-burst: ${error.message}`));
    await platform.fillPool(0);
    await platform.clear();

    const count = sessions - warmCount;
    progress(`drained-burst: ${count} pairs by ${bare.name}`);
    const yardstick = await closedLoop((index) => bare.launch(index), { count, clients: AT_ONCE, signal });
    await bare.clear();

    const cap = Math.max(0, sessions - REFUSED);
    progress(`drained-burst: ${sessions} clicks at once on a cap of ${cap}`);
    await platform.admin('PUT', '/config', { max_sessions: cap });
    const refusals = await clickOnFull(platform, sessions);
    await platform.clear();
    const warm = burst.clicks.filter(({ instance }) => pool.has(instance));
    const cold = burst.clicks.filter(({ instance }) => !pool.has(instance));
    return summary({ sessions, warmCount, cap, burst, warm, cold, yardstick, refusals, bare });
  } finally {
    await bare.stop();
  }
}

/** All clicks at once: how many are let in, and how long the refusals of the others take (ms). */
async function clickOnFull(platform, count) {
  const outcome = { admitted: 0, refused: [], errors: [] };
  const click = async (_, index) => {
    const began = performance.now();
    const { status, headers, body } = await platform.request('POST', '/api/sessions', { user_id: `late-${index}` });
    if (status === 201) {
      outcome.admitted++;
      platform.sessions.push(body);
    } else if (status === 503 && body.code === 'full' && Number(headers.get('retry-after')) > 0) {
      outcome.refused.push(performance.now() - began);
    } else outcome.errors.push(new Error(`POST /api/sessions answered ${status}: ${body.detail}`));
  };
  await Promise.all(Array.from({ length: count }, click));
  return outcome;
}

function summary({ sessions, warmCount, cap, burst, warm, cold, yardstick, refusals, bare }) {
  const results = {
    ...allRounded({
      warm_p50_ms: clickTime(warm, 50),
      warm_p99_ms: clickTime(warm, 99),
      cold_p50_ms: clickTime(cold, 50),
      cold_p99_ms: clickTime(cold, 99),
      all_answered_s: burst.seconds,
      bare_s: yardstick.seconds,
      ratio_to_bare: yardstick.seconds / burst.seconds,
      refused_p99_ms: percentile(refusals.refused, 99),
    }),
    from_pool: warm.length,
    cold_starts: cold.length,
    refused: refusals.refused.length,
    admitted_at_cap: refusals.admitted,
    instances_given_twice: givenTwice(burst.clicks),
    errors: burst.errors.length + refusals.errors.length,
    bare_errors: yardstick.errors.length,
  };
  const times = (clicks) => [50, 99].map((share) => `${shown(clickTime(clicks, share))} ms`).join(', ');
  return {
    results,
    about:
      `${sessions} clicks at once on ${warmCount} warm instances; yardstick: only the ${cold.length} cold ones by ${bare.name}, ${AT_ONCE} at ` +
      `once. Then the same clicks on an empty pool and a cap of ${cap}, by clients that do not ask for a place in line.`,
    rows: [
      plainRow(`served from the pool (${warm.length}), p50, p99`, times(warm)),
      plainRow(`started cold (${cold.length}), p50, p99`, times(cold)),
      {
        figure: 'until all were answered',
        platform: `${shown(results.all_answered_s)} s`,
        yardstick: `${shown(results.bare_s)} s`,
        verdict: shown(results.ratio_to_bare),
      },
      plainRow('instances given twice', results.instances_given_twice, 0),
      plainRow('at the low cap: let in', results.admitted_at_cap, cap),
      plainRow('at the low cap: refused with Retry-After', results.refused, sessions - cap),
      plainRow('a refusal, p99', `${shown(results.refused_p99_ms)} ms`),
      plainRow('failed clicks', results.errors, 0),
    ],
  };
}
