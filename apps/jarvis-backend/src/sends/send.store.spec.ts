import { EventLimitError } from '../errors';
import { openDatabase } from '../storage/database';
import { SendStore, type NewSend } from './send.store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-sends-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const setup = () => {
  const database = openDatabase(join(folder, String((files += 1))));
  return { database, store: new SendStore(database) };
};
const aSend = (id: string, total: number | null): NewSend => ({
  id,
  total,
  destination: { id: 'd', name: 'D' },
  source: { kind: 'product', id: 'p', name: 'P' },
  rate: null,
  seed: 's',
  base_time: null,
  plan: {
    pace: 'rate',
    lasts_s: null,
    ends_at: null,
    duration_s: null,
    continuous: total === null,
    story_events: null,
    noise: null,
    left_out: [],
    begun_at: new Date().toISOString(),
  },
});
const claim = (sent: number, wanted: number) => ({ sent, wanted, acknowledged: null });

describe('SendStore', () => {
  it('never reserves more than the limit', () => {
    const { store } = setup();
    store.create(aSend('a', 60), 100);
    expect(() => store.create(aSend('b', 41), 100)).toThrow(EventLimitError);
    store.create(aSend('c', 40), 100);
    expect(store.usage(100)).toEqual({ events_sent: 0, events_reserved: 100, events_left: 0 });
  });

  it('gives back what a send did not send', () => {
    const { store } = setup();
    const a = store.create(aSend('a', 100), 100);
    store.claim(a, claim(0, 30), 100);
    store.end('a', { state: 'failed', sent: 20, acknowledged: 20, failed: 10, error: 'gone' });
    expect(store.usage(100)).toEqual({ events_sent: 20, events_reserved: 0, events_left: 80 });
  });

  it('counts what was on the wire when the process died as used, and says that it is unknown', () => {
    const { database, store } = setup();
    const a = store.create(aSend('a', 100), 100);
    store.start('a');
    store.claim(a, claim(0, 30), 100);
    store.claim(a, claim(30, 30), 100);
    const next = new SendStore(database);
    expect(next.interruptActive()).toBe(1);
    expect(next.get('a')).toMatchObject({ state: 'interrupted', sent: 30, failed: 0, unknown: 30 });
    expect(next.usage(100)).toEqual({ events_sent: 60, events_reserved: 0, events_left: 40 });
  });

  it('grants fewer events, then none, when the limit is lowered on the way', () => {
    const { store } = setup();
    const a = store.create(aSend('a', 100), null);
    expect(store.claim(a, claim(0, 50), null)).toBe(50);
    expect(store.claim(a, claim(50, 50), 70)).toBe(20);
    expect(store.claim(a, claim(70, 30), 70)).toBe(0);
  });

  it('gives a send without an end only what the others have not reserved', () => {
    const { store } = setup();
    const a = store.create(aSend('a', 60), 100);
    const b = store.create(aSend('b', null), 100);
    expect(store.claim(b, claim(0, 30), 100)).toBe(30);
    expect(store.usage(100)).toEqual({ events_sent: 30, events_reserved: 60, events_left: 10 });
    expect(store.claim(b, claim(30, 30), 100)).toBe(10);
    expect(store.claim(b, claim(40, 30), 100)).toBe(0);
    expect(store.claim(a, claim(0, 60), 100)).toBe(60);
    expect(() => store.create(aSend('c', null), 100)).toThrow(EventLimitError);
  });
});
