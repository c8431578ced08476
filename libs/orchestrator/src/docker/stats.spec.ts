import { statsUsage } from './stats';

const cpu_stats = { cpu_usage: { total_usage: 2_500_000_000 } };

it.each([
  [
    'version 1',
    { usage: 5_000, limit: 9_000, stats: { total_inactive_file: 1_000, inactive_file: 7 } },
    { cpuSeconds: 2.5, memoryBytes: 4_000, memoryLimitBytes: 9_000 },
  ],
  [
    'version 2',
    { usage: 5_000, limit: 9_000, stats: { inactive_file: 1_000 } },
    { cpuSeconds: 2.5, memoryBytes: 4_000, memoryLimitBytes: 9_000 },
  ],
  ['an engine without details', { usage: 5_000 }, { cpuSeconds: 2.5, memoryBytes: 5_000 }],
  ['a container that does not run', {}, undefined],
])('reads what %s tells', (_, memory_stats, usage) => expect(statsUsage({ cpu_stats, memory_stats })).toEqual(usage));
