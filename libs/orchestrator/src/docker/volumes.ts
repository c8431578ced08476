import type Docker from 'dockerode';
import { instanceLabels, labelFilters } from '../labels';
import { volumeName } from '../names';
import type { InstanceSpec } from '../types';
import type { DockerContext } from './context';
import { described } from './engine';

/** The engine tells the creation time in lists too, which the typings leave out. */
export type VolumeInfo = Docker.VolumeInspectInfo & { readonly CreatedAt?: string };

/** The volumes of this deployment, or of one instance of it. */
export async function listVolumes(
  { engine, options }: DockerContext,
  signal: AbortSignal,
  instanceId?: string,
): Promise<VolumeInfo[]> {
  const { Volumes } = await engine.ask(signal, (docker, abortSignal) =>
    docker.listVolumes({ filters: { label: labelFilters(options.deployment, instanceId) }, abortSignal }),
  );
  return Volumes;
}

/** Creates an instance's volume and returns its name; one of that name stays as it is. */
export async function createVolume(
  { engine, options }: DockerContext,
  spec: InstanceSpec,
  signal: AbortSignal,
): Promise<string> {
  const name = volumeName(spec.sessionId);
  const labels = { ...instanceLabels(spec, options.deployment) };
  await engine.act(signal, (docker, abortSignal) =>
    docker.createVolume(described({ Name: name, Labels: labels }, abortSignal)),
  );
  return name;
}

export const removeVolume = ({ engine }: DockerContext, name: string, signal: AbortSignal): Promise<void> =>
  engine.ensure(signal, (docker, abortSignal) => docker.getVolume(name).remove({ abortSignal }));
