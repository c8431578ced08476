import { createConnection, isIP, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';
import type { SyslogSettings } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import type { AddressGuard } from './address-guard';
import { Delivery, DeliveryError, describeNetworkError, isLasting, timedOut } from './delivery';
import { RecentWrites } from './recent-writes';
import { trustOf } from './trust';

const CONNECT_MS = 5000;
const WRITE_MS = 10_000;
const CLOSE_MS = 3000;
const UNREAD = { forMs: 5000, maxBytes: 2_000_000 };

/**
 * One connection over TCP (RFC 6587) or TLS (RFC 5425), opened anew when it breaks. Accepted is what the connection took; what was
 * written in the last seconds before it broke is written again, so a receiver may see events twice rather than never.
 */
export class SyslogStreamDelivery extends Delivery {
  private socket: Socket | undefined;
  private broken: Error | undefined;
  private readonly recent = new RecentWrites(UNREAD);

  constructor(
    private readonly settings: Omit<SyslogSettings, 'type'>,
    private readonly guard: AddressGuard,
  ) {
    super();
  }

  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    const frames = Buffer.from(events.map(({ syslog }) => frame(syslog, this.settings.framing)).join(''));
    try {
      const again = this.broken ? this.recent.all() : Buffer.alloc(0);
      const socket = this.socket?.writable && !this.broken ? this.socket : await this.open();
      await this.write(socket, Buffer.concat([again, frames]));
      this.recent.add(frames, Date.now());
    } catch (error) {
      throw this.failure(error);
    }
  }

  /**
   * Says goodbye and waits until the receiver has hung up too, so that a late reset is heard. Where the receiver hung up first, nobody
   * knows whether it had read what came last: the last seconds are written once more.
   */
  async close(): Promise<void> {
    try {
      if (this.broken) await this.write(await this.open(), this.recent.all());
      const { socket } = this;
      this.socket = undefined;
      if (socket && !socket.closed) await goodbye(socket);
    } catch (error) {
      throw this.failure(error);
    }
  }

  private async open(): Promise<Socket> {
    this.guard.check(this.settings.host);
    return new Promise((resolve, reject) => {
      const socket = this.connect();
      let code = 'ETIMEDOUT';
      const timer = setTimeout(() => socket.destroy(timedOut(code)), CONNECT_MS);
      socket.once('connect', () => (code = 'ERR_TLS_HANDSHAKE_TIMEOUT'));
      socket.once('close', () => clearTimeout(timer));
      socket.once('error', reject);
      socket.once(this.settings.protocol === 'tls' ? 'secureConnect' : 'connect', () => {
        clearTimeout(timer);
        this.broken = undefined;
        this.socket = socket;
        socket.off('error', reject);
        socket.on('error', (error) => (this.broken = error));
        socket.on('end', () => (this.broken ??= hungUp()));
        // Receivers rarely say anything; what they say must not fill our memory.
        socket.resume();
        resolve(socket);
      });
    });
  }

  private async write(socket: Socket, bytes: Buffer): Promise<void> {
    try {
      await write(socket, bytes);
    } catch (error) {
      socket.destroy();
      this.broken ??= error as Error;
      throw error;
    }
  }

  private connect(): Socket {
    const { host, port, protocol } = this.settings;
    const { lookup } = this.guard;
    if (protocol !== 'tls') return createConnection({ host, port, lookup });
    const servername = isIP(host) ? {} : { servername: host };
    return connectTls({ host, port, lookup, ...servername, ...trustOf(this.settings) });
  }

  private failure(error: unknown): DeliveryError {
    const protocol = this.settings.protocol.toUpperCase();
    const message = `Syslog over ${protocol}: ${describeNetworkError(error)}`;
    return new DeliveryError(message, !isLasting(error), 0, { cause: error });
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

/** Ends a connection and resolves when the receiver has ended it too. */
const goodbye = (socket: Socket): Promise<void> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => socket.destroy(), CLOSE_MS);
    socket.once('error', reject);
    socket.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    socket.end();
  });

const hungUp = (): Error => Object.assign(new Error('hung up'), { code: 'EPIPE' });
