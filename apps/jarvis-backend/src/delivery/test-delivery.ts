import type { Destination } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import { syslogLine } from '../events/syslog';
import type { AddressGuard } from './address-guard';
import { openDelivery } from './open-delivery';

export interface TestResult {
  readonly ok: boolean;
  /** What happened, in words. */
  readonly message: string;
  readonly took_ms: number;
}

/** Sends one harmless event and tells what came of it; never rejects for what the destination does. */
export async function testDelivery(
  destination: Destination,
  guard: AddressGuard,
  sessionId: string,
): Promise<TestResult> {
  const delivery = openDelivery(destination, guard);
  const started = performance.now();
  const done = (ok: boolean, message: string): TestResult => ({
    ok,
    message,
    took_ms: Math.round(performance.now() - started),
  });
  try {
    await delivery.deliver([testEvent(sessionId)]);
    await delivery.close();
    return done(true, SUCCESS[destination.type === 'hec' ? 'hec' : destination.protocol]);
  } catch (error) {
    await delivery.close().catch(() => undefined);
    return done(false, (error as Error).message);
  }
}

const SUCCESS = {
  hec: 'The collector accepted a test event.',
  tcp: 'The connection took a test event.',
  tls: 'The TLS connection took a test event.',
  udp: 'A test event was sent. UDP gives no receipt: look for it at the receiver.',
} as const;

function testEvent(sessionId: string): GeneratedEvent {
  const time = new Date();
  const raw = `Jarvis test event of session ${sessionId}`;
  const header = { header: 'rfc5424', facility: 16, severity: 6, host: 'jarvis', app: 'jarvis' } as const;
  return {
    time,
    product_id: 'test',
    event_id: 'test',
    event_name: 'Test event',
    malicious: false,
    mitre: [],
    severity: header.severity,
    raw,
    syslog: syslogLine(header, time, raw),
    fields: {},
    hec: { host: 'jarvis', source: 'jarvis', sourcetype: 'jarvis:test', event: raw },
  };
}
