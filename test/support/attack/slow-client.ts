import { once } from 'node:events';
import { connect } from 'node:net';

export interface SlowClient {
  /** What is sent at once. */
  readonly first: string;
  /** What is sent each second. */
  readonly drip: string;
}

/** What a server at a port of this machine has sent when it ends the connection of a client that takes forever, and after how long (ms). */
export async function endOf({ first, drip }: SlowClient, port: number): Promise<{ text: string; afterMs: number }> {
  const began = Date.now();
  const socket = connect(port, '127.0.0.1', () => socket.write(first));
  let text = '';
  socket.on('data', (chunk) => (text += chunk.toString('latin1'))).on('error', () => undefined);
  const dripping = setInterval(() => socket.write(drip), 1_000);
  try {
    await once(socket, 'close', { signal: AbortSignal.timeout(90_000) });
    return { text, afterMs: Date.now() - began };
  } finally {
    clearInterval(dripping);
    socket.destroy();
  }
}

const LINES = ['POST /api/sessions HTTP/1.1', 'Host: localhost', 'Content-Type: application/json', ''];

/** Slowloris and its kin. */
export const SLOW_CLIENTS: Readonly<Record<string, SlowClient>> = {
  'its headers': { first: LINES.join('\r\n'), drip: 'X-Slow: 1\r\n' },
  'the letters of its address': { first: 'GET /', drip: 'x' },
  'its body': { first: [...LINES.slice(0, -1), 'Content-Length: 10000', '', '{'].join('\r\n'), drip: ' ' },
  'the chunks of its body': {
    first: [...LINES.slice(0, -1), 'Transfer-Encoding: chunked', '', '1', '{', ''].join('\r\n'),
    drip: '1\r\n \r\n',
  },
};
