import { limitWarnings, type Limits } from './limit-warnings';

const calm: Limits = {
  isEngineUp: true,
  isPoolFailing: false,
  sessions: { used: 10, max: 100 },
  ports: { used: 20, total: 1_000 },
  memory: { used: 5e9, total: 10e9 },
  disk: { used: 50e9, total: 100e9 },
};

it('says nothing far from every limit', () => {
  expect(limitWarnings(calm)).toEqual([]);
});

it('says nothing of what it cannot see', () => {
  const { memory: _memory, disk: _disk, ...blind } = calm;
  expect(limitWarnings(blind)).toEqual([]);
});

it.each<[string, Partial<Limits>, string[]]>([
  ['89 % of the sessions', { sessions: { used: 89, max: 100 } }, []],
  ['90 % of the sessions', { sessions: { used: 90, max: 100 } }, ['sessions_near_cap warning']],
  ['all sessions', { sessions: { used: 100, max: 100 } }, ['sessions_near_cap critical']],
  ['more sessions than a lowered cap', { sessions: { used: 12, max: 10 } }, ['sessions_near_cap critical']],
  ['89 % of the ports', { ports: { used: 890, total: 1_000 } }, []],
  ['90 % of the ports', { ports: { used: 900, total: 1_000 } }, ['ports_low warning']],
  ['no pair of ports', { ports: { used: 999, total: 1_000 } }, ['ports_low critical']],
  ['90 % of the memory', { memory: { used: 9e9, total: 10e9 } }, []],
  ['91 % of the memory', { memory: { used: 9.1e9, total: 10e9 } }, ['memory_low warning']],
  ['96 % of the memory', { memory: { used: 9.6e9, total: 10e9 } }, ['memory_low critical']],
  ['12 % of the disk left', { disk: { used: 88e9, total: 100e9 } }, []],
  ['9 % of the disk left', { disk: { used: 91e9, total: 100e9 } }, ['disk_low warning']],
  ['20 % of a small disk left', { disk: { used: 7.2e9, total: 9e9 } }, ['disk_low warning']],
  ['next to no disk', { disk: { used: 99.8e9, total: 100e9 } }, ['disk_low critical']],
  ['a pool that fails', { isPoolFailing: true }, ['pool_failing warning']],
  ['no engine, so no pool', { isEngineUp: false, isPoolFailing: true }, ['engine_away critical']],
])('at %s', (_, change, expected) => {
  expect(limitWarnings({ ...calm, ...change }).map(({ code, severity }) => `${code} ${severity}`)).toEqual(expected);
});

it('says what to do, in the message and alone', () => {
  const [found] = limitWarnings({ ...calm, disk: { used: 98.5e9, total: 100e9 } });
  expect(found?.message).toBe(
    'The disk of the instances has 1.5 GB left. Purge kept volumes or unused images, or add disk.',
  );
  expect(found?.action).toBe('Purge kept volumes or unused images, or add disk.');
});
