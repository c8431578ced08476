import type { GeneratedEvent } from '../events/product';
import { deliverWithRetries } from './deliver-with-retries';
import { Delivery, DeliveryError } from './delivery';
import { collectorUrl } from './hec-client';
import { hecBody } from './hec-delivery';
import { splitBatch } from './split-batch';
import { frame } from './syslog-stream-delivery';

const event = (raw: string): GeneratedEvent => ({
  time: new Date(1500),
  product_id: 'p',
  event_id: 'e',
  event_name: 'E',
  malicious: false,
  mitre: [],
  severity: 6,
  raw,
  syslog: raw,
  fields: {},
  hec: { host: 'h', source: 's', sourcetype: 'st', event: raw },
});

class ScriptedDelivery extends Delivery {
  readonly seen: string[][] = [];
  constructor(private readonly answers: (DeliveryError | undefined)[]) {
    super();
  }
  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    this.seen.push(events.map(({ raw }) => raw));
    const answer = this.answers.shift();
    if (answer) throw answer;
  }
  async close(): Promise<void> {}
}

const options = { signal: new AbortController().signal, retries: 2, onRetry: () => undefined };

describe('deliverWithRetries', () => {
  it('tries again only with what was not accepted', async () => {
    const delivery = new ScriptedDelivery([new DeliveryError('busy', true, 2), undefined]);
    await deliverWithRetries(delivery, ['a', 'b', 'c'].map(event), options);
    expect(delivery.seen).toEqual([['a', 'b', 'c'], ['c']]);
  });

  it('does not try again what cannot help', async () => {
    const delivery = new ScriptedDelivery([new DeliveryError('Invalid token', false)]);
    await expect(deliverWithRetries(delivery, [event('a')], options)).rejects.toMatchObject({
      message: 'Invalid token',
      accepted: 0,
    });
    expect(delivery.seen).toHaveLength(1);
  });

  it('counts what was accepted over all tries when it gives up', async () => {
    const delivery = new ScriptedDelivery([
      new DeliveryError('x', true, 1),
      new DeliveryError('x', true, 1),
      new DeliveryError('x', true),
    ]);
    await expect(deliverWithRetries(delivery, ['a', 'b', 'c'].map(event), options)).rejects.toMatchObject({
      accepted: 2,
    });
  });
});

it.each([
  { given: 'https://splunk:8088', url: 'https://splunk:8088/services/collector/event' },
  { given: 'https://splunk:8088/', url: 'https://splunk:8088/services/collector/event' },
  { given: 'https://proxy/hec', url: 'https://proxy/hec/services/collector/event' },
  { given: 'https://splunk/services/collector', url: 'https://splunk/services/collector' },
  { given: 'https://splunk/services/collector/event/1.0', url: 'https://splunk/services/collector/event/1.0' },
])('finds the event endpoint of $given', ({ given, url }) => expect(collectorUrl(given).href).toBe(url));

it('lets the destination choose index and source type', () => {
  expect(hecBody(event('a'), { index: null, sourcetype: null })).toEqual({
    time: 1.5,
    host: 'h',
    source: 's',
    sourcetype: 'st',
    event: 'a',
  });
  expect(hecBody(event('a'), { index: 'main', sourcetype: 'mine' })).toMatchObject({
    index: 'main',
    sourcetype: 'mine',
  });
});

it.each([
  { framing: 'newline' as const, framed: 'grün\n' },
  { framing: 'octet_counting' as const, framed: '5 grün' },
])('frames with $framing', ({ framing, framed }) => expect(frame('grün', framing)).toBe(framed));

it.each([
  { texts: [], parts: [] },
  { texts: ['aaaa', 'bbbb', 'cc'], parts: [['aaaa', 'bbbb'], ['cc']] },
  { texts: ['far too long for it', 'b'], parts: [['far too long for it'], ['b']] },
  { texts: ['ää', 'ää', 'b'], parts: [['ää', 'ää'], ['b']] },
])('cuts $texts into bodies of at most 9 bytes', ({ texts, parts }) => expect(splitBatch(texts, 9)).toEqual(parts));
