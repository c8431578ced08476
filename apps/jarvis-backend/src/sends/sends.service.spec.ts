import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Delivery } from '../delivery/delivery';
import type { Destination } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import { openDatabase } from '../storage/database';
import { SendLog } from './send-log';
import { SendStore } from './send.store';
import { SendsService, type SendRequest } from './sends.service';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-service-'));
afterAll(() => rmSync(folder, { recursive: true }));
const full = (): never => {
  throw new Error('database or disk is full');
};

class Sink extends Delivery {
  readonly taken: GeneratedEvent[] = [];
  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    this.taken.push(...events);
  }
  async close(): Promise<void> {
    await Promise.resolve();
  }
}

let files = 0;
const setup = () => {
  const database = openDatabase(join(folder, String((files += 1))));
  const [store, sendLog, sink, logged] = [new SendStore(database), new SendLog(database), new Sink(), [] as string[]];
  const service = new SendsService({
    store,
    sendLog,
    open: () => sink,
    limits: () => ({ max_events: null, rate_limit: null }),
    log: (_level, message) => void logged.push(message),
  });
  const ended = (id: string) =>
    new Promise<ReturnType<SendsService['get']>>((resolve) =>
      service.observe(id, (send) => {
        if (send.ended_at !== null) resolve(send);
      }),
    );
  return { store, sendLog, sink, logged, service, ended };
};
const request = (total: number): SendRequest => ({
  destination: { id: 'd', name: 'D', type: 'hec' } as Destination,
  source: { kind: 'product', id: 'p', name: 'P' },
  playlist: { total, at: (index, time) => ({ time, raw: `event ${index}`, mitre: [] }) as unknown as GeneratedEvent },
  rate: null,
  seed: 's',
  baseTime: null,
  plan: {
    pace: 'rate',
    lasts_s: null,
    ends_at: null,
    duration_s: null,
    continuous: false,
    story_events: null,
    noise: null,
    left_out: [],
    begun_at: new Date().toISOString(),
  },
  permission: () => ({ allowed: true }),
});

it('delivers large events a few at a time, all of them and none twice', async () => {
  const { service, sink, ended } = setup();
  const batches: number[] = [];
  const deliver = sink.deliver.bind(sink);
  jest.spyOn(sink, 'deliver').mockImplementation((events) => {
    batches.push(events.length);
    return deliver(events);
  });
  const large = 'x'.repeat(200_000);
  const at = (index: number, time: Date) =>
    ({ time, raw: `${index} ${large}`, mitre: [] }) as unknown as GeneratedEvent;
  const { id } = service.start({ ...request(20), playlist: { total: 20, at }, rate: 1000 });
  expect(await ended(id)).toMatchObject({ state: 'completed', sent: 20, failed: 0 });
  expect(sink.taken.map(({ raw }) => Number.parseInt(raw, 10))).toEqual(
    Array.from({ length: 20 }, (_, index) => index),
  );
  expect(Math.max(...batches)).toBeLessThanOrEqual(3);
});

it('delivers and counts what it cannot note', async () => {
  const { service, sendLog, sink, logged, ended } = setup();
  jest.spyOn(sendLog, 'record').mockImplementation(full);
  const { id } = service.start(request(450));
  expect(await ended(id)).toMatchObject({ state: 'completed', sent: 450, failed: 0 });
  expect(sink.taken).toHaveLength(450);
  expect(logged).toContain('What was sent could not be noted');
});

it('tells how a send ended though it cannot be kept, and takes no place any more', async () => {
  const { service, store, logged, ended } = setup();
  const spy = jest.spyOn(store, 'end').mockImplementation(full);
  const { id } = service.start(request(5));
  expect(await ended(id)).toMatchObject({ state: 'completed', sent: 5, ended_at: expect.any(String) as string });
  expect(logged).toContain('The end of a send could not be kept');
  spy.mockRestore();
  const next = service.start(request(5));
  expect(await ended(next.id)).toMatchObject({ state: 'completed' });
});

it('ends a send whose events cannot be claimed, and says why', async () => {
  const { service, store, sink, ended } = setup();
  jest.spyOn(store, 'claim').mockImplementation(full);
  const { id } = service.start(request(5));
  const send = await ended(id);
  expect(send).toMatchObject({ state: 'failed', sent: 0 });
  expect(send.error).toContain('database or disk is full');
  expect(sink.taken).toEqual([]);
});
