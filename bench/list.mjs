import { forkProgram } from './fork.mjs';
import { plainRow, shown, verdict } from './report.mjs';
import { writeRecords } from './records.mjs';
import { allRounded, percentile } from './statistics.mjs';

const WARM_UPS = 5;
const REQUESTS = 60;

/** The organisers' list and the API's list of many sessions, and a bare Nest route that answers the same JSON, in turns. */
export async function list({ sessions, platform, signal, progress }) {
  const route = forkProgram('bare-route.mjs', signal);
  try {
    progress(`list: writing ${sessions} records`);
    await writeRecords(platform.store, sessions);
    const active = await platform.admin('GET', '/sessions/active');
    if (active.total !== sessions) throw new Error(`The list has ${active.total} sessions, not ${sessions}.`);
    const bareUrl = `http://127.0.0.1:${(await route.ask({ answer: active })).port}`;
    const asks = {
      admin: () => platform.admin('GET', '/sessions/active'),
      api: () => platform.asAdmin('GET', '/api/sessions'),
      health: () => platform.request('GET', '/api/health'),
      bare: async () => (await fetch(`${bareUrl}/api/sessions/x`, { signal })).json(),
    };
    const times = { admin: [], api: [], health: [], bare: [] };
    progress(`list: ${REQUESTS} times each`);
    for (let request = -WARM_UPS; request < REQUESTS; request++) {
      for (const [name, ask] of Object.entries(asks)) {
        const began = performance.now();
        await ask();
        if (request >= 0) times[name].push(performance.now() - began);
      }
    }
    await platform.store.flushdb();
    return summary({ sessions, times, bytes: JSON.stringify(active).length });
  } finally {
    await route.stop();
  }
}

function summary({ sessions, times, bytes }) {
  const names = Object.keys(times);
  const results = {
    ...allRounded(
      Object.fromEntries(
        names.flatMap((name) => [50, 99].map((share) => [`${name}_p${share}_ms`, percentile(times[name], share)])),
      ),
    ),
    sessions,
    bytes,
    errors: 0,
  };
  const row = (figure, name, share, goal) => ({
    figure: `${figure}, p${share}`,
    platform: `${shown(results[`${name}_p${share}_ms`])} ms`,
    yardstick: `${shown(results[`bare_p${share}_ms`])} ms`,
    verdict: goal
      ? verdict(results[`${name}_p${share}_ms`], { atMost: goal }, ' ms')
      : shown(results[`${name}_p${share}_ms`] / results[`bare_p${share}_ms`]),
  });
  return {
    results,
    about:
      `${sessions} sessions as records only: no instance runs behind them. One request after another, ${REQUESTS} of each kind in turns; ` +
      `yardstick: a bare Nest route (Fastify) that answers the organisers' JSON (${Math.round(bytes / 1_000)} kB) from memory.`,
    rows: [
      row("the organisers' list", 'admin', 50),
      row("the organisers' list", 'admin', 99, 100),
      row('GET /api/sessions (more fields)', 'api', 50),
      row('GET /api/sessions (more fields)', 'api', 99, 100),
      plainRow('GET /api/health beside them, p99', `${shown(results.health_p99_ms)} ms`),
    ],
  };
}
