import { createConnection, type Socket } from 'node:net';
import type { SyslogSettings } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import { Delivery, DeliveryError, describeNetworkError } from './delivery';

const CONNECT_MS = 5000;
const WRITE_MS = 10_000;
const CLOSE_MS = 3000;

/**
 * One connection, opened anew when it breaks (RFC 6587). Accepted is what the connection took; what was written last
 * before a reset is written again, so a receiver may see events twice rather than never.
 */
export class SyslogTcpDelivery extends Delivery {
  private socket: Socket | undefined;
  private broken: Error | undefined;
  private last: Buffer = Buffer.alloc(0);

  constructor(private readonly settings: Pick<SyslogSettings, 'host' | 'port' | 'framing'>) {
    super();
  }

  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    const frames = Buffer.from(events.map(({ syslog }) => frame(syslog, this.settings.framing)).join(''));
    try {
      const again = this.broken ? this.last : Buffer.alloc(0);
      const socket = this.socket?.writable && !this.broken ? this.socket : await this.open();
      await write(socket, Buffer.concat([again, frames]));
      this.last = frames;
    } catch (error) {
      this.socket?.destroy();
      this.socket = undefined;
      throw failure(error);
    }
  }

  /** Says goodbye and waits until the receiver has hung up too, so that a late reset is heard. */
  async close(): Promise<void> {
    const { socket } = this;
    this.socket = undefined;
    if (this.broken) throw failure(this.broken);
    if (!socket || socket.closed) return;
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => socket.destroy(), CLOSE_MS);
      socket.once('error', (error) => reject(failure(error)));
      socket.once('close', () => {
        clearTimeout(timer);
        resolve();
      });
      socket.end();
    });
  }

  private open(): Promise<Socket> {
    return new Promise((resolve, reject) => {
      const socket = createConnection({ host: this.settings.host, port: this.settings.port });
      const timer = setTimeout(() => socket.destroy(timedOut()), CONNECT_MS);
      socket.once('close', () => clearTimeout(timer));
      socket.once('error', reject);
      socket.once('connect', () => {
        clearTimeout(timer);
        this.broken = undefined;
        this.socket = socket;
        socket.off('error', reject);
        socket.on('error', (error) => (this.broken = error));
        // Receivers rarely say anything; what they say must not fill our memory.
        socket.resume();
        resolve(socket);
      });
    });
  }
}

/** RFC 6587: a line feed ends a message (`newline`), or its length in bytes goes before it (`octet_counting`). */
export const frame = (line: string, framing: SyslogSettings['framing']): string =>
  framing === 'newline' ? `${line}\n` : `${Buffer.byteLength(line)} ${line}`;

/** Resolves when the kernel has taken all of it: a slow receiver slows us down. */
const write = (socket: Socket, bytes: Buffer): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(timedOut()), WRITE_MS);
    socket.write(bytes, (error) => {
      clearTimeout(timer);
      if (error) reject(error);
      else resolve();
    });
  });

const timedOut = (): Error => Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' });

const failure = (error: unknown): DeliveryError =>
  new DeliveryError(`Syslog over TCP: ${describeNetworkError(error)}`, true, 0, { cause: error });
