import { createSocket, type Socket } from 'node:dgram';
import { setTimeout as pause } from 'node:timers/promises';
import type { SyslogSettings } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import type { AddressGuard } from './address-guard';
import { Delivery, DeliveryError, describeNetworkError, isLasting } from './delivery';

/** How long the network may take to say that nobody listens. Only the first datagrams wait for it. */
const REFUSAL_MS = 30;

/**
 * One datagram an event (RFC 5426). UDP gives no receipt: what counts as accepted was handed to the network. Only a
 * refusal ("port unreachable") is noticed, and then nothing of the batch counts.
 */
export class SyslogUdpDelivery extends Delivery {
  private socket: Socket | undefined;
  private refusal: Error | undefined;
  private proven = false;

  constructor(
    private readonly settings: Pick<SyslogSettings, 'host' | 'port'>,
    private readonly guard: AddressGuard,
  ) {
    super();
  }

  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    try {
      const socket = (this.socket ??= await this.open());
      for (const { syslog } of events) await send(socket, syslog);
      if (!this.proven) await pause(REFUSAL_MS);
      if (this.refusal) throw this.refusal;
      this.proven = true;
    } catch (error) {
      this.proven = false;
      this.refusal = undefined;
      const message = `Syslog over UDP: ${describeNetworkError(error)}`;
      throw new DeliveryError(message, !isLasting(error), 0, { cause: error });
    }
  }

  async close(): Promise<void> {
    this.socket?.close();
    this.socket = undefined;
  }

  /** A connected socket: only such a one hears of refusals. */
  private async open(): Promise<Socket> {
    const { address, family } = await this.guard.addressOf(this.settings.host);
    const socket = createSocket(family === 6 ? 'udp6' : 'udp4');
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.connect(this.settings.port, address, () => {
        socket.off('error', reject);
        resolve();
      });
    });
    socket.on('error', (error) => (this.refusal = error));
    socket.unref();
    return socket;
  }
}

const send = (socket: Socket, line: string): Promise<void> =>
  new Promise((resolve, reject) => socket.send(line, (error) => (error ? reject(error) : resolve())));
