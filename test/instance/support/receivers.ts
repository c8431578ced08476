import { createSocket } from 'node:dgram';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Socket } from 'node:net';

export interface Receiver {
  readonly port: number;
  /** Messages in the order of their arrival. */
  readonly messages: string[];
  close(): Promise<void>;
}

/** A syslog receiver on UDP: a datagram is a message. */
export async function udpReceiver(): Promise<Receiver> {
  const socket = createSocket('udp4');
  const messages: string[] = [];
  socket.on('message', (message) => messages.push(message.toString('utf8')));
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    port: socket.address().port,
    messages,
    close: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

export interface TcpReceiver extends Receiver {
  readonly connections: () => number;
  /** Resets every connection, as a crashed receiver does. */
  reset(): void;
}

interface TcpOptions {
  readonly framing?: 'newline' | 'octet_counting';
  /** Called on each new connection, before anything is read. */
  readonly onConnection?: (socket: Socket) => void;
  readonly port?: number;
}

/** A syslog receiver on TCP that takes frames apart as RFC 6587 says, and fails on a broken frame. */
export async function tcpReceiver({
  framing = 'newline',
  onConnection,
  port = 0,
}: TcpOptions = {}): Promise<TcpReceiver> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;
  const server = createTcpServer((socket) => {
    sockets.add(socket);
    let rest = Buffer.alloc(0);
    socket.on('data', (data) => {
      rest = Buffer.concat([rest, data]);
      for (let next = takeFrame(rest, framing); next; next = takeFrame(rest, framing)) {
        messages.push(next.message);
        rest = rest.subarray(next.end);
      }
    });
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
    connections += 1;
    onConnection?.(socket);
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const reset = (): void => sockets.forEach((socket) => socket.resetAndDestroy());
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    connections: () => connections,
    reset,
    close: () => {
      reset();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

function takeFrame(bytes: Buffer, framing: 'newline' | 'octet_counting'): { message: string; end: number } | undefined {
  if (framing === 'newline') {
    const at = bytes.indexOf(10);
    return at < 0 ? undefined : { message: bytes.toString('utf8', 0, at), end: at + 1 };
  }
  const space = bytes.indexOf(32);
  if (space < 0) return undefined;
  const length = bytes.toString('ascii', 0, space);
  if (!/^[1-9]\d*$/.test(length)) throw new Error(`Broken frame: ${length.slice(0, 40)}`);
  const end = space + 1 + Number(length);
  return end > bytes.length ? undefined : { message: bytes.toString('utf8', space + 1, end), end };
}

export interface HecEvent {
  readonly time: number;
  readonly host: string;
  readonly sourcetype: string;
  readonly index?: string;
  readonly event: unknown;
}

export interface HecReceiver {
  readonly port: number;
  readonly events: HecEvent[];
  /** Statuses to answer before it works, as a busy indexer does. */
  readonly refuse: number[];
  readonly requests: () => number;
  close(): Promise<void>;
}

/** A Splunk HTTP Event Collector that accepts what Splunk accepts, and answers as it does. */
export async function hecReceiver(token: string): Promise<HecReceiver> {
  const events: HecEvent[] = [];
  const refuse: number[] = [];
  let requests = 0;
  const judge = (request: IncomingMessage, body: string): [number, string, number] => {
    const refusal = refuse.shift();
    if (refusal) return [refusal, 'Server is busy', 9];
    if (request.url !== '/services/collector/event')
      return [404, 'The requested URL was not found on this server.', 404];
    if (request.method !== 'POST') return [405, 'Method not allowed', 405];
    if (!request.headers.authorization) return [401, 'Token is required', 2];
    if (request.headers.authorization !== `Splunk ${token}`) return [403, 'Invalid token', 4];
    if (body === '') return [400, 'No data', 5];
    const batch = body.split('\n').map((line) => JSON.parse(line) as HecEvent);
    if (batch.some(({ event }) => event === undefined || event === '')) return [400, 'Event field is required', 12];
    if (batch.some(({ time }) => typeof time !== 'number')) return [400, 'Invalid data format', 6];
    events.push(...batch);
    return [200, 'Success', 0];
  };
  const server = createServer((request, response) => {
    requests += 1;
    let body = '';
    request.setEncoding('utf8').on('data', (part: string) => (body += part));
    request.on('end', () => {
      const [status, text, code] = judge(request, body);
      response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify({ text, code }));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    events,
    refuse,
    requests: () => requests,
    close: () => {
      server.closeAllConnections();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
