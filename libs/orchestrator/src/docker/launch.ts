import { settled } from '../settled';
import type { InstanceSpec, LaunchOptions } from '../types';
import { networkOf } from './container-spec';
import { createContainer, startContainer } from './containers';
import type { DockerContext } from './context';
import { openDoors } from './doors';
import { createNetwork } from './networks';
import { findParts, removeParts } from './parts';
import { pairReady } from './ready';
import { createVolume } from './volumes';

/** Starts the pair; each step's independent calls go out together. */
export async function launch(
  context: DockerContext,
  spec: InstanceSpec,
  { signal, onStep }: LaunchOptions,
): Promise<void> {
  const isolated = context.options.isolation === 'session';
  onStep?.('storage');
  const volume = (await clearEarlier(context, spec, signal)) ?? (await createVolume(context, spec, signal));
  onStep?.('containers');
  const placed = { ...spec, volume };
  // The engine asks for the network only when a container starts.
  const [backend, frontend] = await settled([
    createContainer(context, 'backend', placed, signal),
    createContainer(context, 'frontend', placed, signal),
    isolated ? createNetwork(context, spec, signal) : context.shareNetwork(),
  ]);
  onStep?.('starting');
  await settled([
    startContainer(context, backend, signal),
    startContainer(context, frontend, signal),
    isolated ? openDoors(context, networkOf(spec, context.options), signal) : Promise.resolve(),
  ]);
  onStep?.('ready');
  await pairReady(context, { instance: spec, ids: { backend, frontend } }, signal);
}

/**
 * Removes what an earlier try left: its containers, under another session's name too, for they hold the ports, and networks of
 * other names. Returns the name of its volume, which is used again.
 */
async function clearEarlier(
  context: DockerContext,
  spec: InstanceSpec,
  signal: AbortSignal,
): Promise<string | undefined> {
  const { containers, networks, volumes } = await findParts(context, spec, signal);
  const others = networks.filter(({ Name }) => Name !== networkOf(spec, context.options));
  await removeParts(context, { containers, networks: others, volumes: [] }, signal);
  return volumes[0]?.Name;
}
