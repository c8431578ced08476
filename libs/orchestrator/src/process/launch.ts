import { randomUUID } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { ImageMissingError } from '../errors';
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
import { servicesReady, startServices } from './start-services';

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
  }
  const { instanceId, sessionId, userId, tokenHash, expiresAt, ports, apiKey } = spec;
  const createdAt = earlier?.createdAt ?? new Date();
  const run = randomUUID();
  const labels = { deployment, instanceId, sessionId, userId, tokenHash, expiresAt, createdAt, ports, apiKey, run };
  await writeRecord(home, { ...labels, services: [] });
  await mkdir(volumePath(home, spec), { recursive: true, mode: 0o700 });

  onStep?.('containers');
  signal.throwIfAborted();
  const [missing] = await missingEntries(context.options);
  if (missing !== undefined) throw new ImageMissingError(missing);
  await settled(SERVICES.map((service) => assertFree(ports[service])));
  const record: InstanceRecord = { ...labels, services: [...SERVICES] };
  await writeRecord(home, record);

  onStep?.('starting');
  signal.throwIfAborted();
  await startServices(context, record, SERVICES);

  onStep?.('ready');
  await servicesReady(context, record, SERVICES, signal);
}
