import { usageCharts } from './usage-charts';

const MB = 1_000_000;
const sample = (minute: number, backend: number | null) => ({
  at: new Date(Date.UTC(2026, 10, 25, 9, minute)).toISOString(),
  frontend: { cpu_percent: 1, memory_bytes: 20 * MB },
  backend: backend === null ? null : { cpu_percent: null, memory_bytes: backend },
});
const usage = (...backend: (number | null)[]) => ({
  session_id: 'ada-1f2e3d4c',
  frontend_memory_limit_bytes: 1_000 * MB,
  backend_memory_limit_bytes: 100 * MB,
  samples: backend.map((bytes, minute) => sample(minute, bytes)),
});

it('has a gap where a container did not run or there was no figure', () => {
  const [cpu, memory] = usageCharts(usage(10 * MB, null));
  expect(cpu?.series.map(({ values }) => values)).toEqual([
    [null, null],
    [1, 1],
  ]);
  expect(memory?.series[0]?.values).toEqual([10 * MB, null]);
});

it('draws a limit once it is near', () => {
  const labels = (bytes: number) => usageCharts(usage(bytes))[1]?.series.map(({ label }) => label);
  expect(labels(10 * MB)).toEqual(['Backend', 'Frontend']);
  expect(labels(60 * MB)).toEqual(['Backend', 'Frontend', 'Backend limit']);
});
