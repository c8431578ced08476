import { bareStarter } from './bare-starter.mjs';
import { closedLoop } from './closed-loop.mjs';
import { leftovers } from './leftovers.mjs';
import { AT_ONCE } from './pair.mjs';
import { memoryOf } from './proc.mjs';
import { plainRow, shown, verdict } from './report.mjs';
import { allRounded, percentile } from './statistics.mjs';

const POOL = 2;
const YARDSTICK_SHARE = 0.2;
const MEGABYTE = 1e6;

/** Sessions that are created and ended, one after another by a few clients, and what is left of them. */
export async function churn({ driver, socket, sessions: cycles, platform, firstBarePort, signal, progress }) {
  const bare = bareStarter({ driver, socket, firstPort: firstBarePort }, signal);
  const clients = AT_ONCE;
  const created = [];
  const ended = [];
  const timed = async (times, work) => {
    const began = performance.now();
    const result = await work();
    times.push(performance.now() - began);
    return result;
  };
  try {
    await platform.fillPool(POOL);
    const rss = [memoryOf(platform.pid, 'Rss')];
    progress(`churn: ${cycles} sessions by ${clients} clients`);
    let done = 0;
    const round = await closedLoop(
      async (index) => {
        const session = await timed(created, () => platform.launch(index));
        await timed(ended, () => platform.endOne(session));
        if (++done % 20 === 0) progress(`churn: ${done} of ${cycles}`);
      },
      { count: cycles, clients, signal },
    );
    for (const error of round.errors) progress(`churn: ${error.message}`);
    rss.push(memoryOf(platform.pid, 'Rss'));
    await platform.clear();
    await platform.fillPool(0);
    const leaks = await leftovers({ driver, socket, platform });
    for (const leak of leaks) progress(`churn: left: ${leak}`);

    const count = Math.max(AT_ONCE, Math.round(cycles * YARDSTICK_SHARE));
    progress(`churn: ${count} pairs by ${bare.name}`);
    const yardstick = await closedLoop((index) => bare.cycle(index), { count, clients, signal });
    return summary({ cycles, clients, round, created, ended, rss, leaks, yardstick, count, bare });
  } finally {
    await bare.stop();
  }
}

function summary({ cycles, clients, round, created, ended, rss, leaks, yardstick, count, bare }) {
  const [rate, bareRate] = [round, yardstick].map(({ latencies, seconds }) => latencies.length / seconds);
  const results = {
    ...allRounded({
      cycles_per_s: rate,
      bare_cycles_per_s: bareRate,
      ratio_to_bare: rate / bareRate,
      create_p50_ms: percentile(created, 50),
      create_p99_ms: percentile(created, 99),
      end_p50_ms: percentile(ended, 50),
      end_p99_ms: percentile(ended, 99),
      seconds: round.seconds,
      manager_rss_before_mb: rss[0] / MEGABYTE,
      manager_rss_after_mb: rss[1] / MEGABYTE,
    }),
    cycles,
    leaks: leaks.length,
    errors: round.errors.length,
    bare_errors: yardstick.errors.length,
  };
  return {
    results,
    about:
      `${cycles} sessions created and ended by ${clients} clients, a pool of ${POOL} refilling beside them; then everything is counted that is ` +
      `left of them: containers or processes, networks, volumes, ports, keys. Yardstick: ${count} pairs started and removed by ${bare.name}.`,
    rows: [
      {
        figure: 'created and ended',
        platform: `${shown(results.cycles_per_s)} /s`,
        yardstick: `${shown(results.bare_cycles_per_s)} /s`,
        verdict: shown(results.ratio_to_bare),
      },
      plainRow('creation, p50, p99', `${shown(results.create_p50_ms)} ms, ${shown(results.create_p99_ms)} ms`),
      plainRow('end, p50, p99', `${shown(results.end_p50_ms)} ms, ${shown(results.end_p99_ms)} ms`),
      plainRow(
        "the manager's memory (RSS), before, after",
        `${shown(results.manager_rss_before_mb)} MB, ${shown(results.manager_rss_after_mb)} MB`,
      ),
      {
        figure: 'left behind',
        platform: String(results.leaks),
        yardstick: '0',
        verdict: verdict(results.leaks, { atMost: 0 }),
      },
      plainRow('failed cycles', results.errors, 0),
    ],
  };
}
