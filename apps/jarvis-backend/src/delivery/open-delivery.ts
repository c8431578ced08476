import type { Destination } from '../destinations/destination.schema';
import type { AddressGuard } from './address-guard';
import type { Delivery } from './delivery';
import { HecDelivery } from './hec-delivery';
import { SyslogStreamDelivery } from './syslog-stream-delivery';
import { SyslogUdpDelivery } from './syslog-udp-delivery';

/** The way to a destination; connects on first use, and only to addresses that the guard allows. */
export function openDelivery(destination: Destination, guard: AddressGuard): Delivery {
  if (destination.type === 'hec') return new HecDelivery(destination, destination.token ?? '', guard);
  return destination.protocol === 'udp'
    ? new SyslogUdpDelivery(destination, guard)
    : new SyslogStreamDelivery(destination, guard);
}
