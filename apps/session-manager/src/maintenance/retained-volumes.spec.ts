import { Logger } from '@nestjs/common';
import { VolumeInUseError, type Orchestrator } from '@app/orchestrator';
import { parseConfig } from '@app/config';
import type { InstancesService } from '../instances/instances.service';
import type { PoolRepository } from '../pool/pool.repository';
import type { SessionsRepository } from '../sessions/sessions.repository';
import { RetainedVolumes } from './retained-volumes';

const volume = (instanceId: string) => ({
  instanceId,
  sessionId: `ada-${instanceId}`,
  userId: 'ada',
  createdAt: new Date(0),
  name: `jarvis-ada-${instanceId}-data`,
});

beforeAll(() => Logger.overrideLogger(false));

/** `owned` tells, reading by reading, whose instances are a session's; the last one holds on. */
const setup = (ids: string[], owned: string[][], removal: (id: string) => Promise<void> = async () => undefined) => {
  const removed: string[] = [];
  const readings = [...owned];
  const retained = new RetainedVolumes(
    parseConfig({ VOLUME_RETENTION_HOURS: '2' }),
    { retained: async () => ids.map(volume) } as unknown as Orchestrator,
    {
      listEnded: async () => [],
      instanceIds: async () => (readings.length > 1 ? readings.shift()! : readings[0]!),
    } as unknown as SessionsRepository,
    { list: async () => ['pooled'] } as unknown as PoolRepository,
    {
      purge: async ({ instanceId }: { instanceId: string }) => {
        await removal(instanceId);
        removed.push(instanceId);
      },
    } as unknown as InstancesService,
  );
  return { retained, removed };
};

it('leaves out what a session or the pool owns', async () => {
  const { retained, removed } = setup(['a', 'b', 'pooled'], [['b']]);
  expect((await retained.list()).map(({ instanceId }) => instanceId)).toEqual(['a']);
  expect((await retained.purge()).purged).toEqual(['jarvis-ada-a-data']);
  expect(removed).toEqual(['a']);
});

it('keeps the volume of a session that is taken in after the list was made', async () => {
  const { retained, removed } = setup(['a'], [[], ['a']]);
  expect(await retained.purge(['a'])).toEqual({
    purged: [],
    failures: [{ instanceId: 'a', message: 'It belongs to a session or a warm instance now' }],
  });
  expect(removed).toEqual([]);
});

it('keeps a volume that something took between the list and now, and says so', async () => {
  const { retained } = setup(['a'], [[]], async (id) => {
    throw new VolumeInUseError(id);
  });
  expect(await retained.purge()).toEqual({
    purged: [],
    failures: [{ instanceId: 'a', message: 'A container has it, running or not' }],
  });
});

it('goes on with the others when one cannot be removed', async () => {
  const { retained, removed } = setup(['a', 'b'], [[]], async (id) => {
    if (id === 'a') throw new Error('in use');
  });
  const { purged, failures } = await retained.purge();
  expect(purged).toEqual(['jarvis-ada-b-data']);
  expect(failures).toEqual([{ instanceId: 'a', message: 'It could not be removed; try again in a moment' }]);
  expect(removed).toEqual(['b']);
});
