import { settled } from '../settled';
import type { InstanceSpec, LaunchOptions } from '../types';
import { networkOf } from './container-spec';
import { createContainer, startContainer } from './containers';
import type { DockerContext } from './context';
import { openDoors } from './doors';
import { createNetwork } from './networks';
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
  await createVolume(context, spec, signal);
  onStep?.('containers');
  // The engine asks for the network only when a container starts.
  const [backend, frontend] = await settled([
    createContainer(context, 'backend', spec, signal),
    createContainer(context, 'frontend', spec, signal),
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
