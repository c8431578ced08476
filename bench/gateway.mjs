import { createHash } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '../scripts/lib/free-port.mjs';
import { startGateway } from './nginx.mjs';
import { plainRow, shown, verdict } from './report.mjs';
import { allRounded, median, percentile } from './statistics.mjs';

const HOST = '127.0.0.1';
const ROUNDS = 600;
const WARM_UP = 60;
/** What one attendee may ask stays within the gateway's limits. */
const PAUSE_MS = 12;

/** The instance's page by its own port, through the gateway and through its TLS, in turns, each on a kept connection. */
export async function gateway({ platform, firstBarePort, signal, progress }) {
  progress('gateway: starting a session, and NGINX with and without TLS');
  const session = await platform.launch(0);
  const manager = new URL(platform.url).host;
  const ports = [];
  for (let port = firstBarePort; ports.length < 3; port = ports.at(-1) + 1) ports.push(await freePort(port, HOST));
  const [plain, tls, sparePort] = ports;
  const gateways = [await startGateway({ manager, port: plain, tls: false })];
  const ways = waysTo(session, { plain, tls });
  try {
    gateways.push(await startGateway({ manager, port: tls, tls: true, sparePort }));
    for (let round = 0; round < WARM_UP; round++) for (const { ask } of ways) await ask();
    progress(`gateway: ${ROUNDS} rounds`);
    const times = ways.map(() => []);
    let errors = 0;
    for (let round = 0; round < ROUNDS; round++) {
      signal.throwIfAborted();
      // Each way is first, second and third as often as the others.
      for (let turn = 0; turn < ways.length; turn++) {
        const way = (round + turn) % ways.length;
        const began = performance.now();
        const status = await ways[way].ask();
        times[way].push(performance.now() - began);
        if (status !== 200) errors += 1;
      }
      await sleep(PAUSE_MS);
    }
    return summary(times, errors);
  } finally {
    for (const { agent } of ways) agent.destroy();
    await Promise.all(gateways.map((each) => each.stop()));
    await platform.clear();
  }
}

/** The three ways to the page, each with a connection of its own that is kept. */
function waysTo({ session_id: id, frontend_url: link, access_token: token }, { plain, tls }) {
  const path = `/session/${id}/frontend/`;
  const { port } = new URL(link);
  return [
    { port, path: '/', send: request, agent: new Agent({ keepAlive: true, maxSockets: 1 }) },
    { port: plain, path, send: request, agent: new Agent({ keepAlive: true, maxSockets: 1 }) },
    {
      port: tls,
      path,
      send: tlsRequest,
      agent: new TlsAgent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: false }),
    },
  ].map(({ send, ...way }) => {
    const headers = { cookie: cookieOf(token) };
    const ask = () =>
      new Promise((resolve, reject) => {
        const asking = send({ ...way, host: HOST, headers }, (answer) => {
          answer
            .resume()
            .on('end', () => resolve(answer.statusCode))
            .on('error', reject);
        });
        asking.on('error', reject).end();
      });
    return { agent: way.agent, ask };
  });
}

/** As `docs/instance.md` names it. */
const cookieOf = (token) => `jarvis_${createHash('sha256').update(token).digest('hex').slice(0, 8)}=${token}`;

function summary([direct, plain, tls], errors) {
  const results = {
    ...allRounded({
      direct_p50_ms: median(direct),
      gateway_p50_ms: median(plain),
      gateway_tls_p50_ms: median(tls),
      added_p50_ms: median(plain) - median(direct),
      added_tls_p50_ms: median(tls) - median(direct),
      direct_p99_ms: percentile(direct, 99),
      gateway_p99_ms: percentile(plain, 99),
      gateway_tls_p99_ms: percentile(tls, 99),
    }),
    errors,
  };
  const ms = (name) => `${shown(results[`${name}_ms`])} ms`;
  const goal = (name) => verdict(results[`added_${name}_ms`], { atMost: 2 }, ' ms added');
  return {
    results,
    about:
      "The instance's page, with its cookie; yardstick: the same by the instance's own port, in turns in the same run. " +
      `${ROUNDS} rounds, one kept connection each; the gateway asks the session manager once a second.`,
    rows: [
      {
        figure: 'page through the gateway, p50',
        platform: ms('gateway_p50'),
        yardstick: ms('direct_p50'),
        verdict: goal('p50'),
      },
      {
        figure: 'page through its TLS, p50',
        platform: ms('gateway_tls_p50'),
        yardstick: ms('direct_p50'),
        verdict: goal('tls_p50'),
      },
      plainRow('page through the gateway, p99', ms('gateway_p99'), ms('direct_p99')),
      plainRow('page through its TLS, p99', ms('gateway_tls_p99'), ms('direct_p99')),
      plainRow('failed requests', errors),
    ],
  };
}
