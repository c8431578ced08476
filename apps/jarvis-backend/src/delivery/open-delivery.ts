import type { Destination } from '../destinations/destination.schema';
import type { Delivery } from './delivery';
import { HecDelivery } from './hec-delivery';
import { SyslogTcpDelivery } from './syslog-tcp-delivery';
import { SyslogUdpDelivery } from './syslog-udp-delivery';

/** The way to a destination; connects on first use. */
export function openDelivery(destination: Destination): Delivery {
  if (destination.type === 'hec') return new HecDelivery(destination, destination.token ?? '');
  return destination.protocol === 'tcp' ? new SyslogTcpDelivery(destination) : new SyslogUdpDelivery(destination);
}
