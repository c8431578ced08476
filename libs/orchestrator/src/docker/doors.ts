import { eachOf, settled } from '../settled';
import type { DockerContext } from './context';
import { refused } from './engine-errors';
import { listNetworks } from './networks';

const WIDTH = 4;

/** Joins the doors to one network. A door that does not exist is no error: it is joined when it comes back. */
export async function openDoors(context: DockerContext, network: string, signal: AbortSignal): Promise<void> {
  await settled(context.options.doors.map((door) => openDoor(context, network, door, signal)));
}

/** Takes the doors off one network. */
export async function closeDoors(
  { engine, options }: DockerContext,
  network: string,
  signal: AbortSignal,
): Promise<void> {
  await settled(options.doors.map((door) => close(door)));

  async function close(door: string): Promise<void> {
    try {
      await engine.ensure(signal, (docker, abortSignal) =>
        docker.getNetwork(network).disconnect({ Container: door, Force: true, abortSignal }),
      );
    } catch (error) {
      if (!refused(error, 500, /is not connected/i) && !refused(error, 403)) throw error;
    }
  }
}

/** Joins each door to each of the deployment's networks that it is not on. */
export async function attachDoors(context: DockerContext, signal: AbortSignal): Promise<void> {
  const { doors, isolation, sharedNetwork } = context.options;
  if (doors.length === 0) return;
  const wanted =
    isolation === 'session' ? (await listNetworks(context, signal)).map(({ Name }) => Name) : [sharedNetwork];
  await settled(
    doors.map(async (door) => {
      const joined = await networksOf(context, door, signal);
      const missing = joined ? wanted.filter((network) => !joined.has(network)) : [];
      await eachOf(missing, WIDTH, (network) => openDoor(context, network, door, signal));
    }),
  );
}

async function networksOf(
  { engine }: DockerContext,
  door: string,
  signal: AbortSignal,
): Promise<Set<string> | undefined> {
  try {
    const { NetworkSettings } = await engine.ask(signal, (docker, abortSignal) =>
      docker.getContainer(door).inspect({ abortSignal }),
    );
    return new Set(Object.keys(NetworkSettings.Networks));
  } catch (error) {
    if (refused(error, 404)) return undefined;
    throw error;
  }
}

async function openDoor({ engine }: DockerContext, network: string, door: string, signal: AbortSignal): Promise<void> {
  try {
    await engine.ensure(signal, (docker, abortSignal) =>
      docker.getNetwork(network).connect({ Container: door, abortSignal }),
    );
  } catch (error) {
    if (!refused(error, 403, /already exists in network/i)) throw error;
  }
}
