import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { gunzipSync } from 'node:zlib';

export interface HecEvent {
  readonly time: number;
  readonly host: string;
  readonly sourcetype: string;
  readonly index?: string;
  readonly event: unknown;
}

export interface HecOptions {
  readonly token: string;
  /** Indexes that the token may write to; without them, any. */
  readonly indexes?: readonly string[];
  /** Without it, a compressed body is refused as some collectors do. */
  readonly gzip?: boolean;
  readonly bodyMax?: number;
  /** Indexer acknowledgement; `hold` keeps every post unacknowledged until it resolves. */
  readonly acks?: { readonly hold?: Promise<void> };
  readonly tls?: { readonly certFile: string; readonly keyFile: string };
}

/** What to do instead of the usual, once each: answer a status, with headers, or break the connection. */
export interface Trick {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly breaks?: boolean;
}

export interface HecServer {
  readonly port: number;
  readonly events: HecEvent[];
  /** For posts of events. */
  readonly tricks: Trick[];
  /** For questions after acknowledgements. */
  readonly ackTricks: Trick[];
  /** Bytes of each body as it came, and when. */
  readonly posts: { readonly bytes: number; readonly encoding: string | undefined; readonly at: number }[];
  close(): Promise<void>;
}

type Verdict = readonly [status: number, answer: object];
const says = (status: number, code: number, text: string): Verdict => [status, { text, code }];

/** A Splunk HTTP Event Collector that enforces its protocol, and answers with Splunk's texts and codes. */
export async function hecServer(options: HecOptions): Promise<HecServer> {
  const { token, indexes, gzip = true, bodyMax = 1024 * 1024, acks, tls } = options;
  const events: HecEvent[] = [];
  const tricks: Trick[] = [];
  const ackTricks: Trick[] = [];
  const posts: HecServer['posts'][number][] = [];
  const acknowledged = new Set<number>();
  let nextAck = 0;

  const admit = ({ method, headers }: IncomingMessage): Verdict | undefined => {
    if (method !== 'POST') return [405, { text: 'Method not allowed', code: 405 }];
    if (!headers.authorization) return says(401, 2, 'Token is required');
    if (!headers.authorization.startsWith('Splunk ')) return says(401, 3, 'Invalid authorization');
    if (headers.authorization !== `Splunk ${token}`) return says(403, 4, 'Invalid token');
    if (!headers['content-type']?.startsWith('application/json')) return says(415, 6, 'Invalid data format');
    if (acks && !/^[\da-f-]{36}$/.test(String(headers['x-splunk-request-channel'])))
      return says(400, 10, 'Data channel is missing');
    return undefined;
  };
  const take = (headers: IncomingMessage['headers'], bytes: Buffer): Verdict => {
    if (headers['content-encoding'] === 'gzip' && !gzip) return says(415, 6, 'Unsupported content encoding');
    const body = headers['content-encoding'] === 'gzip' ? gunzipSync(bytes) : bytes;
    if (body.length > bodyMax) return says(413, 6, 'Content too large');
    if (body.length === 0) return says(400, 5, 'No data');
    const batch = body
      .toString('utf8')
      .split('\n')
      .map((line) => JSON.parse(line) as HecEvent);
    for (const { event, time, index } of batch) {
      if (event === undefined) return says(400, 12, 'Event field is required');
      if (event === '') return says(400, 13, 'Event field cannot be blank');
      if (typeof time !== 'number') return says(400, 6, 'Invalid data format');
      if (indexes && !indexes.includes(index ?? 'main')) return says(400, 7, 'Incorrect index');
    }
    events.push(...batch);
    if (!acks) return says(200, 0, 'Success');
    const ackId = nextAck++;
    void Promise.resolve(acks.hold).then(() => acknowledged.add(ackId));
    return [200, { text: 'Success', code: 0, ackId }];
  };
  const confirm = (bytes: Buffer): Verdict => {
    if (!acks) return says(400, 14, 'ACK is disabled');
    const { acks: asked } = JSON.parse(bytes.toString('utf8')) as { acks: number[] };
    return [200, { acks: Object.fromEntries(asked.map((id) => [id, acknowledged.has(id)])) }];
  };
  const judge = (request: IncomingMessage, bytes: Buffer): Verdict => {
    const refusal = admit(request);
    if (refusal) return refusal;
    if (request.url === '/services/collector/event') return take(request.headers, bytes);
    if (request.url === '/services/collector/ack') return confirm(bytes);
    return says(404, 404, 'The requested URL was not found on this server.');
  };

  const answer: Parameters<typeof createServer>[1] = (request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('error', () => undefined);
    request.on('end', () => {
      const bytes = Buffer.concat(chunks);
      const isPost = request.url === '/services/collector/event';
      if (isPost) posts.push({ bytes: bytes.length, encoding: request.headers['content-encoding'], at: Date.now() });
      const trick = (isPost ? tricks : ackTricks).shift();
      if (trick?.breaks) {
        request.socket.resetAndDestroy();
        return;
      }
      const [status, said] = trick ? [trick.status ?? 503, { text: 'Server is busy', code: 9 }] : judge(request, bytes);
      response.writeHead(status, { 'Content-Type': 'application/json', ...trick?.headers });
      response.end(trick?.body ?? JSON.stringify(said));
    });
  };
  const server = tls
    ? createTlsServer({ cert: readFileSync(tls.certFile), key: readFileSync(tls.keyFile) }, answer)
    : createServer({}, answer);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    events,
    tricks,
    ackTricks,
    posts,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
