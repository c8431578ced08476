import type { CgroupTexts } from './cgroup-files';
import { cgroupUsage } from './cgroup-files';

const v1: CgroupTexts = {
  cpu: '86346514\n',
  memory: '61142784\n',
  memoryStat:
    'cache 2000\ninactive_file 4096\nactive_file 0\nhierarchical_memory_limit 134217728\ntotal_cache 2000\ntotal_inactive_file 1142784\n',
  limit: '134217728\n',
};
const v2: CgroupTexts = {
  cpu: 'usage_usec 86346\nuser_usec 60000\nsystem_usec 26346\n',
  memory: '61142784\n',
  memoryStat: 'anon 50000000\nfile 2000\ninactive_anon 1\ninactive_file 1142784\nactive_file 0\n',
  limit: '134217728\n',
};

it.each([
  ['version 1', 1, v1, { cpuSeconds: 0.086346514, memoryBytes: 60_000_000, memoryLimitBytes: 134_217_728 }],
  ['version 2', 2, v2, { cpuSeconds: 0.086346, memoryBytes: 60_000_000, memoryLimitBytes: 134_217_728 }],
  [
    'version 1 without a limit',
    1,
    { ...v1, limit: '9223372036854771712\n' },
    { cpuSeconds: 0.086346514, memoryBytes: 60_000_000 },
  ],
  ['version 2 without a limit', 2, { ...v2, limit: 'max\n' }, { cpuSeconds: 0.086346, memoryBytes: 60_000_000 }],
  [
    'more idle cache than memory, which counts are taken apart',
    2,
    { ...v2, memory: '1000\n' },
    { cpuSeconds: 0.086346, memoryBytes: 1_000, memoryLimitBytes: 134_217_728 },
  ],
  [
    'memory without a word about cache',
    1,
    { ...v1, memoryStat: '' },
    { cpuSeconds: 0.086346514, memoryBytes: 61_142_784, memoryLimitBytes: 134_217_728 },
  ],
  ['files of the other version', 2, v1, undefined],
  ['empty files', 1, { cpu: '', memory: '', memoryStat: '', limit: '' }, undefined],
] as const)('reads %s', (_, version, texts, usage) => expect(cgroupUsage(version, texts)).toEqual(usage));
