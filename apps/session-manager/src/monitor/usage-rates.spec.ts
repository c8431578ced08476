import { cpuPercent, figuresOf, packUsage, samplesOf, unpackUsage, type Reading } from './usage-rates';

const reading = (at: number, frontend?: number, backend?: number): Reading => ({
  at,
  usage: {
    ...(frontend === undefined ? {} : { frontend: { cpuSeconds: frontend, memoryBytes: 10 } }),
    ...(backend === undefined ? {} : { backend: { cpuSeconds: backend, memoryBytes: 20 } }),
  },
});

it.each<[string, Reading | undefined, Reading, number | null]>([
  ['half a processor', reading(0, 1), reading(10_000, 6), 50],
  ['two and a half processors', reading(0, 0), reading(10_000, 25), 250],
  ['an idle service', reading(0, 3), reading(10_000, 3), 0],
  ['the first reading', undefined, reading(10_000, 3), null],
  ['a service that was started anew', reading(0, 100), reading(10_000, 2), null],
  ['a service that did not run before', reading(0), reading(10_000, 2), null],
  ['a service that does not run now', reading(0, 2), reading(10_000), null],
  ['readings at the same moment', reading(0, 2), reading(10, 3), null],
  ['a clock that was set back', reading(10_000, 2), reading(0, 3), null],
])('rates %s', (_, before, after, percent) => {
  expect(cpuPercent(before, after, 'frontend')).toBe(percent);
});

it('takes both services together, as far as they are known', () => {
  expect(figuresOf(reading(0, 1, 1), reading(10_000, 2, 3))).toEqual({ cpuPercent: 30, memoryBytes: 30 });
  expect(figuresOf(reading(0, 1, 9), reading(10_000, 2, 3))).toEqual({ cpuPercent: 10, memoryBytes: 30 });
  expect(figuresOf(undefined, reading(10_000, 2))).toEqual({ cpuPercent: null, memoryBytes: 10 });
});

it('makes a sample of each reading', () => {
  expect(samplesOf([reading(0, 1), reading(10_000, 2, 5)])).toEqual([
    { at: '1970-01-01T00:00:00.000Z', frontend: { cpu_percent: null, memory_bytes: 10 }, backend: null },
    {
      at: '1970-01-01T00:00:10.000Z',
      frontend: { cpu_percent: 10, memory_bytes: 10 },
      backend: { cpu_percent: null, memory_bytes: 20 },
    },
  ]);
});

it.each([reading(0, 1.234, 5), reading(0, 0, undefined), reading(0, undefined, 2), reading(0)])(
  'reads back what it packed: %o',
  ({ usage }) => {
    expect(unpackUsage(packUsage(usage))).toEqual(usage);
  },
);
