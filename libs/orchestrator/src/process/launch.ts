import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { ImageMissingError } from '../errors';
import { volumeName } from '../names';
import { settled } from '../settled';
import type { InstanceSpec, LaunchOptions } from '../types';
import { SERVICES } from '../types';
import type { ProcessContext } from './context';
import { endServices } from './end-services';
import { assertFree } from './free-ports';
import { missingEntries } from './missing-entries';
import { volumePath } from './paths';
import type { InstanceRecord } from './records';
import { readRecord, retireRecord, writeRecord } from './records';
import { removeLogs } from './remove-logs';
import { servicesReady, startServices } from './start-services';

/** How long the ports of an earlier try, whose servers have just ended, may take to come free. */
const PREDECESSOR_MS = 2_000;

/** Starts the pair. What is to exist is on record before it does, so that a crash at any line leaves nothing unseen. */
export async function launch(
  context: ProcessContext,
  spec: InstanceSpec,
  { signal, onStep }: LaunchOptions,
): Promise<void> {
  const { home, deployment } = context.options;
  onStep?.('storage');
  signal.throwIfAborted();
  context.children.release(spec.instanceId);
  const earlier = await readRecord(home, deployment, spec.instanceId);
  if (earlier) {
    await retireRecord(home, earlier);
    await endServices(context, spec, signal);
    await removeLogs(home, earlier);
  }
  const labels = {
    ...spec,
    deployment,
    bornAs: spec.sessionId,
    volume: earlier?.volume ?? volumeName(spec.sessionId),
    warm: spec.warm ?? false,
    createdAt: earlier?.createdAt ?? new Date(),
    run: randomUUID(),
  };
  await writeRecord(home, { ...labels, services: [] });
  await mkdir(volumePath(home, labels), { recursive: true, mode: 0o700 });

  onStep?.('containers');
  signal.throwIfAborted();
  const [missing] = await missingEntries(context.options);
  if (missing !== undefined) throw new ImageMissingError(missing);
  const patienceMs = earlier ? PREDECESSOR_MS : 0;
  await settled(SERVICES.map((service) => assertFree(spec.ports[service], patienceMs)));
  const record: InstanceRecord = { ...labels, services: [...SERVICES] };
  await writeRecord(home, record);

  onStep?.('starting');
  signal.throwIfAborted();
  await startServices(context, record, SERVICES);

  onStep?.('ready');
  await servicesReady(context, record, SERVICES, signal);
}
