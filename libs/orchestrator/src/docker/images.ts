import type Docker from 'dockerode';
import { ImageMissingError } from '../errors';
import { settled } from '../settled';
import { SERVICES } from '../types';
import type { DockerContext } from './context';
import { refused } from './engine-errors';

/** The engine's id of each image that a pair needs, by name; `undefined` for one that it does not have. */
export async function imageIds(
  context: DockerContext,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, string | undefined>> {
  const names = [...new Set(SERVICES.map((service) => context.options.images[service]))];
  const ids = await settled(names.map((name) => imageId(context, name, signal)));
  return new Map(names.map((name, index) => [name, ids[index]]));
}

async function imageId({ engine }: DockerContext, name: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const { Id } = await engine.inspect<Docker.ImageInspectInfo>(signal, `/images/${name}/json`);
    return Id;
  } catch (error) {
    if (error instanceof ImageMissingError || refused(error, 404)) return undefined;
    throw error;
  }
}
