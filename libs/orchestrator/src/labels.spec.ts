import { instanceLabels, labelFilters, readLabels, serviceLabels } from './labels';
import type { Labels } from './labels';
import type { InstanceSpec } from './types';

const spec: InstanceSpec = {
  instanceId: '1f2e3d4c',
  sessionId: 'ada-1f2e3d4c',
  userId: 'ada "the first" lovelace',
  tokenHash: 'ab',
  expiresAt: new Date('2026-11-17T10:00:00.000Z'),
  ports: { frontend: 10_000, backend: 10_001 },
  apiKey: 'secret',
};
const { apiKey, ...known } = spec;

it('reads back what it wrote, without the secret', () => {
  const labels = serviceLabels(spec, 'summit', 'frontend');
  expect(readLabels(labels)).toEqual({ ...known, warm: false, service: 'frontend' });
  expect(readLabels(instanceLabels(spec, 'summit'))).toEqual({ ...known, warm: false, service: undefined });
  expect(Object.values(labels)).not.toContain(apiKey);
});

it('tells what was born for the pool', () => {
  expect(readLabels(instanceLabels({ ...spec, warm: true }, 'summit'))?.warm).toBe(true);
});

it.each<Labels | null | undefined>([undefined, null, {}, { instance_id: '1f2e3d4c' }, { session_id: 'ada-1f2e3d4c' }])(
  'finds no instance in %p',
  (labels) => expect(readLabels(labels)).toBeUndefined(),
);

it('takes an expiry that cannot be read for one long past', () => {
  const labels = { ...instanceLabels(spec, 'summit'), expires_at: 'soon' };
  expect(readLabels(labels)?.expiresAt).toEqual(new Date(0));
});

it('filters by deployment, and by instance where one is given', () => {
  expect(labelFilters('summit')).toEqual(['managed_by=jarvis_session_manager', 'deployment=summit']);
  expect(labelFilters('summit', '1f2e3d4c')).toContain('instance_id=1f2e3d4c');
});
