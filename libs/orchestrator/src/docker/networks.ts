import type Docker from 'dockerode';
import { EngineError } from '../errors';
import { instanceLabels, labelFilters } from '../labels';
import { networkName } from '../names';
import { settled } from '../settled';
import type { InstanceSpec } from '../types';
import type { DockerContext } from './context';
import { described } from './engine';
import { refused } from './engine-errors';
import { subnetsFor } from './subnets';

/** The networks of this deployment, or of one instance of it. */
export const listNetworks = (
  { engine, options }: DockerContext,
  signal: AbortSignal,
  instanceId?: string,
): Promise<Docker.NetworkInspectInfo[]> =>
  engine.ask(signal, (docker, abortSignal) =>
    docker.listNetworks({ filters: { label: labelFilters(options.deployment, instanceId) }, abortSignal }),
  );

/**
 * Creates an instance's network on a free /28 of the pool; one that an earlier try left is used again. The engine is the
 * arbiter of what is free, so that neither two managers nor two deployments can take the same block.
 */
export async function createNetwork(context: DockerContext, spec: InstanceSpec, signal: AbortSignal): Promise<void> {
  const { subnetPool, deployment } = context.options;
  for (const subnet of subnetsFor(spec.instanceId, subnetPool)) {
    try {
      return await createBridge(context, signal, {
        Name: networkName(spec.sessionId),
        Labels: { ...instanceLabels(spec, deployment) },
        IPAM: { Driver: 'default', Config: [{ Subnet: subnet }] },
      });
    } catch (error) {
      if (!(error instanceof EngineError && /pool overlaps/i.test(error.message))) throw error;
    }
  }
  throw new EngineError(`The subnet pool ${subnetPool} is used up`);
}

/** Removes a network, whoever is still on it. */
export async function removeNetwork({ engine }: DockerContext, id: string, signal: AbortSignal): Promise<void> {
  const remove = (): Promise<void> =>
    engine.ensure(signal, (docker, abortSignal) => docker.getNetwork(id).remove({ abortSignal }));
  try {
    await remove();
  } catch (error) {
    if (!refused(error, 403)) throw error;
    const { Containers } = await engine.inspect<Docker.NetworkInspectInfo>(signal, `/networks/${id}`);
    await settled(
      Object.keys(Containers ?? {}).map((container) =>
        engine.ensure(signal, (docker, abortSignal) =>
          docker.getNetwork(id).disconnect({ Container: container, Force: true, abortSignal }),
        ),
      ),
    );
    await remove();
  }
}

/** Creates a network without IPv6, which the host's firewall does not hold; one of the same name is used again. */
export async function createBridge(
  { engine }: DockerContext,
  signal: AbortSignal,
  network: Docker.NetworkCreateOptions,
): Promise<void> {
  try {
    await engine.act(signal, (docker, abortSignal) =>
      docker.createNetwork(
        described({ CheckDuplicate: true, Driver: 'bridge', EnableIPv6: false, ...network }, abortSignal),
      ),
    );
  } catch (error) {
    if (!refused(error, 409)) throw error;
  }
}
