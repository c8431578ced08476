// Load on one URL: connections that are kept, each sending its next request when the last one was answered. Requests are
// written and answers are cut by hand, because an HTTP client costs more than the servers that are measured here.
import { connect } from 'node:net';

process.on('disconnect', () => process.exit());
process.on('message', (job) => void load(job).then((result) => process.send(result)));

const END_OF_HEAD = Buffer.from('\r\n\r\n');

/**
 * @param {{ port: number, path: string, token: string, connections: number, seconds: number }} job
 */
async function load({ port, path, token, connections, seconds }) {
  const head = [`GET ${path} HTTP/1.1`, `Host: 127.0.0.1:${port}`, `Authorization: Bearer ${token}`];
  const request = Buffer.from(`${head.join('\r\n')}\r\n\r\n`);
  const began = performance.now();
  const cpu = process.cpuUsage();
  const run = { port, request, end: began + seconds * 1_000, latencies: [], errors: 0 };
  await Promise.all(Array.from({ length: connections }, () => converse(run)));
  const elapsed = (performance.now() - began) / 1_000;
  const { user, system } = process.cpuUsage(cpu);
  return {
    requestsPerS: run.latencies.length / elapsed,
    p50Ms: at(run.latencies, 0.5),
    p99Ms: at(run.latencies, 0.99),
    errors: run.errors,
    cpuPercent: (user + system) / elapsed / 1e4,
  };
}

/** One connection, until the time is up. A connection that breaks is one error and ends here. */
function converse(run) {
  return new Promise((resolve) => {
    const socket = connect({ port: run.port, host: '127.0.0.1', noDelay: true });
    socket.setTimeout(10_000, () => socket.destroy(new Error('No answer')));
    let sent = 0;
    let pending = Buffer.alloc(0);
    const ask = () => {
      sent = performance.now();
      socket.write(run.request);
    };
    socket.on('connect', ask);
    socket.on('data', (chunk) => {
      pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
      const length = lengthOf(pending);
      if (length === undefined || pending.length < length) return;
      const now = performance.now();
      if (pending.toString('latin1', 9, 12) === '200') run.latencies.push(now - sent);
      else run.errors++;
      pending = Buffer.alloc(0);
      if (now < run.end) ask();
      else socket.end();
    });
    socket.on('error', () => undefined);
    socket.on('close', () => {
      if (performance.now() < run.end) run.errors++;
      resolve();
    });
  });
}

/** The length of the whole answer, once its head is there. */
function lengthOf(buffer) {
  const end = buffer.indexOf(END_OF_HEAD);
  if (end < 0) return undefined;
  const body = /content-length: (\d+)/i.exec(buffer.toString('latin1', 0, end))?.[1];
  if (body === undefined) throw new Error('An answer without Content-Length');
  return end + END_OF_HEAD.length + Number(body);
}

function at(latencies, share) {
  const sorted = Float64Array.from(latencies).toSorted();
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null;
}
