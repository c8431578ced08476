import type Docker from 'dockerode';
import { settled } from '../settled';
import type { DockerContext } from './context';
import { createBridge } from './networks';

/**
 * Creates the network that all instances share, unless it is there. The engine lets two creations at the same time make
 * two networks of one name, which no container could start in: the younger ones are taken back.
 */
export async function createSharedNetwork(context: DockerContext, signal: AbortSignal): Promise<void> {
  const { sharedNetwork } = context.options;
  if ((await named(context, sharedNetwork, signal)).length > 0) return;
  await createBridge(context, signal, { Name: sharedNetwork });
  const [, ...younger] = await named(context, sharedNetwork, signal);
  await settled(
    younger.map(({ Id }) =>
      context.engine.ensure(signal, (docker, abortSignal) => docker.getNetwork(Id).remove({ abortSignal })),
    ),
  );
}

/** The networks of exactly this name, the oldest first. */
async function named(
  { engine }: DockerContext,
  name: string,
  signal: AbortSignal,
): Promise<Docker.NetworkInspectInfo[]> {
  const networks = await engine.ask(signal, (docker, abortSignal) =>
    docker.listNetworks({ filters: { name: [name] }, abortSignal }),
  );
  const exact = networks.filter(({ Name }) => Name === name);
  return exact.toSorted((a, b) => Date.parse(a.Created) - Date.parse(b.Created) || (a.Id < b.Id ? -1 : 1));
}
