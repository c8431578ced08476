import type { PlatformSampleDto } from './history.dto';
import { thinned } from './thinned';

const sample = (minute: number, host: number | null, instances: number | null): PlatformSampleDto => ({
  at: new Date(minute * 60_000).toISOString(),
  host_cpu_percent: host,
  host_memory_bytes: minute,
  instances_cpu_percent: instances,
  instances_memory_bytes: minute,
  sessions: minute,
  warm: 0,
  waiting: 0,
});

it('leaves few samples as they are', () => {
  const samples = [sample(0, 1, 1), sample(1, 2, 2)];
  expect(thinned(samples, 2)).toEqual(samples);
  expect(thinned([], 2)).toEqual([]);
});

it('lets one stand for some, with the mean of what is known', () => {
  const samples = [sample(0, 10, null), sample(1, 20, null), sample(2, null, 5), sample(3, 40, 7), sample(4, 50, 9)];
  expect(thinned(samples, 3)).toEqual([sample(1, 15, null), sample(3, 40, 6), sample(4, 50, 9)]);
});
