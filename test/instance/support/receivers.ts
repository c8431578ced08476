import { createSocket } from 'node:dgram';
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
