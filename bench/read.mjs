import { forkProgram } from './fork.mjs';
import { shown, verdict } from './report.mjs';
import { allRounded, median } from './statistics.mjs';

const CONNECTIONS = 16;
const REPETITIONS = 5;
const SECONDS = 3;

/** GET of a session by its owner, and a bare Nest route that answers the same JSON, in turns under the same load. */
export async function read({ platform, signal, progress }) {
  const route = forkProgram('bare-route.mjs', signal);
  const loader = forkProgram('load.mjs', signal);
  try {
    progress('read: starting a session and the bare route');
    await platform.launch(0);
    const [{ session_id: id, session_token: token }] = platform.sessions;
    const path = `/api/sessions/${id}`;
    const { status, body } = await platform.request('GET', path, undefined, token);
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${body.detail}`);
    const ports = { platform: Number(new URL(platform.url).port), bare: (await route.ask({ answer: body })).port };
    const load = (who, seconds) => loader.ask({ port: ports[who], path, token, connections: CONNECTIONS, seconds });

    progress('read: warming up');
    for (const who of ['platform', 'bare']) await load(who, SECONDS);
    const rounds = { platform: [], bare: [] };
    for (let repetition = 1; repetition <= REPETITIONS; repetition++) {
      for (const who of ['platform', 'bare']) {
        const result = await load(who, SECONDS);
        rounds[who].push(result);
        const rate = `${shown(result.requestsPerS)} requests/s`;
        progress(
          `read: round ${repetition} of ${REPETITIONS}, ${who === 'bare' ? 'bare route' : 'the platform'}: ${rate}`,
        );
      }
    }
    await platform.clear();
    return summary(rounds);
  } finally {
    await Promise.all([loader.stop(), route.stop()]);
  }
}

function summary(rounds) {
  const mid = (who, figure) => median(rounds[who].map((round) => round[figure]));
  const failures = (who) => rounds[who].reduce((sum, { errors }) => sum + errors, 0);
  const figures = {
    requests_per_s: mid('platform', 'requestsPerS'),
    bare_requests_per_s: mid('bare', 'requestsPerS'),
    ratio_to_bare: mid('platform', 'requestsPerS') / mid('bare', 'requestsPerS'),
    p50_ms: mid('platform', 'p50Ms'),
    bare_p50_ms: mid('bare', 'p50Ms'),
    p99_ms: mid('platform', 'p99Ms'),
    bare_p99_ms: mid('bare', 'p99Ms'),
    load_cpu_percent: mid('platform', 'cpuPercent'),
    bare_load_cpu_percent: mid('bare', 'cpuPercent'),
  };
  const results = {
    ...allRounded(figures),
    errors: failures('platform'),
    bare_errors: failures('bare'),
  };
  const timeRow = (share) => ({
    figure: `answer, p${share}`,
    platform: `${shown(results[`p${share}_ms`])} ms`,
    yardstick: `${shown(results[`bare_p${share}_ms`])} ms`,
    verdict: shown(results[`p${share}_ms`] / results[`bare_p${share}_ms`]),
  });
  return {
    results,
    about:
      `GET /api/sessions/{id} with the owner's token; yardstick: a bare Nest route (Fastify) with the same JSON. ` +
      `${CONNECTIONS} kept connections from a process of its own, ${REPETITIONS} rounds of ${SECONDS} s each, medians.`,
    rows: [
      {
        figure: 'GET of a session',
        platform: `${shown(results.requests_per_s)} requests/s`,
        yardstick: `${shown(results.bare_requests_per_s)} requests/s`,
        verdict: verdict(results.ratio_to_bare, { atLeast: 0.5 }),
      },
      timeRow(50),
      timeRow(99),
      {
        figure: "load generator's CPU",
        platform: `${shown(results.load_cpu_percent)} %`,
        yardstick: `${shown(results.bare_load_cpu_percent)} %`,
        verdict: '',
      },
      {
        figure: 'failed requests',
        platform: String(results.errors),
        yardstick: String(results.bare_errors),
        verdict: '',
      },
    ],
  };
}
