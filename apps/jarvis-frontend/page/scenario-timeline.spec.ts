import { newPhase, newStep, type PhaseDraft } from './scenario-draft';
import { timelineOf } from './scenario-timeline';

const minutes = (amount: number) => ({ amount: String(amount), unit: 'm' as const });
const step = (product: string, count: string, malicious: boolean | null = null) =>
  newStep({ product, event: 'e', count, malicious });
const timeline = (...phases: PhaseDraft[]) =>
  timelineOf({ name: '', description: '', vars: [], phases }, (product) => product === 'edr');

it('places phases in proportion, with the waits between them', () => {
  const { lasts_s, spans } = timeline(
    newPhase({ lasts: minutes(10) }),
    newPhase({ wait: minutes(20), lasts: minutes(10) }),
  );
  expect(lasts_s).toBe(2400);
  expect(spans.map(({ left, width }) => [left, width])).toEqual([
    [0, 25],
    [75, 25],
  ]);
});

it('spreads the events of a phase in the order of its steps, by product', () => {
  const steps = [step('proxy', '2'), step('edr', '1'), step('proxy', '1')];
  const { events, lanes } = timeline(newPhase({ lasts: minutes(10), steps }));
  expect(events).toBe(4);
  expect(lanes).toEqual([
    { product: 'proxy', ticks: [12.5, 37.5, 87.5].map((left) => ({ left, malicious: false })) },
    { product: 'edr', ticks: [{ left: 62.5, malicious: true }] },
  ]);
});

it('knows what is part of the attack: by the step, else the phase or the event', () => {
  const steps = [step('proxy', '1'), step('proxy', '1', false)];
  const { lanes } = timeline(newPhase({ techniques: 'T1566', steps }));
  expect(lanes[0]!.ticks.map(({ malicious }) => malicious)).toEqual([true, false]);
});

it.each(['', '-3', 'x', '0'])('leaves out a step of %j times, and one without a product', (count) => {
  const { events, lanes } = timeline(newPhase({ steps: [step('proxy', count), step('', '1')] }));
  expect(events).toBe(1);
  expect(lanes.flatMap(({ ticks }) => ticks)).toEqual([]);
});

it('draws no more ticks than can be seen, over all of the phase', () => {
  const { events, lanes } = timeline(newPhase({ steps: [step('proxy', '1000')] }));
  const ticks = lanes[0]!.ticks;
  expect(events).toBe(1000);
  expect(ticks.length).toBeLessThan(100);
  expect(ticks.at(-1)!.left).toBeGreaterThan(98);
});

it('can draw a scenario that takes no time, and one without phases', () => {
  expect(timeline(newPhase({ lasts: minutes(0), steps: [step('edr', '1')] })).lanes[0]!.ticks[0]!.left).toBe(0);
  expect(timeline()).toEqual({ lasts_s: 0, events: 0, spans: [], lanes: [] });
});
