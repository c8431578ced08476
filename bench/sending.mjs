import Docker from 'dockerode';
import { setTimeout as sleep } from 'node:timers/promises';
import { forkProgram } from './fork.mjs';
import { shown, verdict } from './report.mjs';
import { allRounded, median } from './statistics.mjs';

const EVENTS = 50_000;
const BATCH = 200;
const REPETITIONS = 5;
/** What the attendee's backend has to reach. */
const EVENTS_PER_S = 5_000;
/** Lines of other lengths, from other templates. */
const PRODUCTS = ['cisco_asa', 'sentinelone_endpoint', 'windows_security'];

/** Events of an instance's backend to a receiver over TCP, and lines that are made already from a bare sender, in turns. */
export async function sending({ driver, socket, platform, signal, progress }) {
  const sink = forkProgram('tcp-sink.mjs', signal);
  const bare = forkProgram('bare-sender.mjs', signal);
  try {
    const host = driver === 'docker' ? await bridgeAddress(socket) : '127.0.0.1';
    const { port } = await sink.ask({ host });
    progress('sending: starting a session');
    const instance = backendOf(await platform.launch(0), signal);
    const where = { type: 'syslog', name: 'bench', host, port, protocol: 'tcp' };
    const { id: destination_id } = await instance('POST', 'destinations', where);
    const rounds = Object.fromEntries(PRODUCTS.map((product) => [product, { platform: [], bare: [] }]));
    for (let repetition = 0; repetition <= REPETITIONS; repetition++) {
      for (const product_id of PRODUCTS) {
        const arrived = sink.ask({ count: EVENTS });
        const { id } = await instance('POST', 'sends', { destination_id, product_id, count: EVENTS });
        const mine = await arrived;
        await endOf(instance, id, signal);
        const line = `<134>${await rawLine(instance, product_id)}`;
        const [theirs] = await Promise.all([
          sink.ask({ count: EVENTS }),
          bare.ask({ host, port, line, count: EVENTS, batch: BATCH }),
        ]);
        progress(
          `sending: round ${repetition} of ${REPETITIONS}, ${product_id}: ${shown(EVENTS / mine.seconds)} events/s`,
        );
        // The first round warms up.
        if (repetition === 0) continue;
        rounds[product_id].platform.push(EVENTS / mine.seconds);
        rounds[product_id].bare.push(EVENTS / theirs.seconds);
      }
    }
    await platform.clear();
    return summary(rounds);
  } finally {
    await Promise.all([sink.stop(), bare.stop()]);
  }
}

/** The Docker host's address on the default bridge: no network of an instance. */
async function bridgeAddress(socket) {
  const { IPAM } = await new Docker({ socketPath: socket }).getNetwork('bridge').inspect();
  return IPAM.Config[0].Gateway;
}

const backendOf =
  ({ backend_url, access_token }, signal) =>
  async (method, path, body) => {
    const answer = await fetch(new URL(path, backend_url), {
      method,
      headers: { 'x-api-key': access_token, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      signal,
    });
    const said = await answer.json();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${said.detail}`);
    return said;
  };

async function endOf(instance, id, signal) {
  for (;;) {
    const send = await instance('GET', `sends/${id}`);
    if (send.state === 'completed' && send.sent === EVENTS) return;
    if (send.ended_at !== null) throw new Error(`The send ended as ${send.state}: ${send.error}`);
    await sleep(20, undefined, { signal });
  }
}

async function rawLine(instance, product_id) {
  const { events } = await instance('POST', 'generate', { product_id, count: 1, seed: 'bench' });
  return events[0].raw;
}

function summary(rounds) {
  const figures = PRODUCTS.map((product) => {
    const [mine, bare] = [median(rounds[product].platform), median(rounds[product].bare)];
    return { product, mine, bare };
  });
  const slowest = Math.min(...figures.map(({ mine }) => mine));
  return {
    results: {
      ...allRounded(
        Object.fromEntries(
          figures.flatMap(({ product, mine, bare }) => [
            [`${product}_per_s`, mine],
            [`${product}_bare_per_s`, bare],
          ]),
        ),
      ),
      slowest_per_s: Math.round(slowest),
      enough: slowest >= EVENTS_PER_S,
    },
    about:
      `${shown(EVENTS)} events of a product from an instance's backend to a receiver over TCP, generated, accounted for and sent; yardstick: a bare ` +
      `sender that writes one such line again and again. ${REPETITIONS} rounds in turns, medians. At least ${shown(EVENTS_PER_S)} events/s are asked for.`,
    rows: figures.map(({ product, mine, bare }) => ({
      figure: product,
      platform: `${shown(mine)} events/s`,
      yardstick: `${shown(bare)} lines/s`,
      verdict: verdict(mine / EVENTS_PER_S, { atLeast: 1 }),
    })),
  };
}
