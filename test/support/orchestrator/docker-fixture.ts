import { randomBytes } from 'node:crypto';
import Docker from 'dockerode';
import { DockerOrchestrator } from '@app/orchestrator';
import type { DockerOptions, InstanceRef } from '@app/orchestrator';
import type { OrchestratorFixture, Program } from '../../../libs/orchestrator/src/orchestrator.contract';
import { buildImages, imageOf } from './images';
import { freePorts } from './ports';

export const SOCKET = '/var/run/docker.sock';
const MIB = 2 ** 20;

export interface DockerFixture extends OrchestratorFixture {
  readonly docker: Docker;
  readonly options: DockerOptions;
  /** A driver with other options. */
  with(changes: Partial<DockerOptions>): DockerOrchestrator;
  /** Removes all that carries this run's labels, whatever state it is in. */
  removeAll(): Promise<void>;
  close(): Promise<void>;
}

const imageFor = (program: Program): string =>
  program === 'missing' ? 'jarvis-contract-test:there-is-none' : imageOf(program);

export async function dockerFixture(): Promise<DockerFixture> {
  await buildImages();
  const docker = new Docker({ socketPath: SOCKET });
  const deployment = `test-${randomBytes(4).toString('hex')}`;
  const drivers: DockerOrchestrator[] = [];
  const options: DockerOptions = {
    socketPath: SOCKET,
    cgroupRoot: '/sys/fs/cgroup',
    deployment,
    images: { backend: imageFor('server'), frontend: imageFor('server') },
    limits: {
      backend: { cpus: 1.5, memoryBytes: 256 * MIB },
      frontend: { cpus: 0.5, memoryBytes: 128 * MIB },
      pids: 100,
    },
    publishAddress: '127.0.0.1',
    isolation: 'session',
    sharedNetwork: `jarvis-shared-${deployment}`,
    subnetPool: '10.219.0.0/16',
    doors: [],
    reach: 'published',
    disableAuth: false,
    destinations: { allow: [], deny: [], egress: { mode: 'open', networks: [] } },
    uploads: {},
    logLevel: 'warn',
    readyTimeoutMs: 30_000,
  };
  const make = (changes: Partial<DockerOptions>): DockerOrchestrator => {
    const driver = new DockerOrchestrator({ ...options, ...changes });
    drivers.push(driver);
    return driver;
  };
  return {
    docker,
    options,
    with: make,
    driver: ({ program = 'server', ...changes } = {}) =>
      make({ images: { backend: imageFor(program), frontend: imageFor(program) }, ...changes }),
    ports: freePorts,
    async stop({ instanceId }) {
      const containers = await docker.listContainers({ filters: { label: [`instance_id=${instanceId}`] } });
      await Promise.all(containers.map(({ Id }) => docker.getContainer(Id).stop({ t: 1 })));
    },
    remains: (ref) => remains(docker, ref),
    removeAll: () => removeAll(docker, options),
    async close() {
      for (const driver of drivers) driver.close();
      await removeAll(docker, options);
    },
  };
}

/** By name, not by label: what carries no label would be found too. */
async function remains(docker: Docker, { instanceId }: InstanceRef): Promise<string[]> {
  const containers = await docker.listContainers({ all: true });
  const { Volumes } = await docker.listVolumes();
  const networks = await docker.listNetworks();
  return [
    ...containers.flatMap(({ Names }) => Names),
    ...Volumes.map(({ Name }) => Name),
    ...networks.map(({ Name }) => Name),
  ].filter((name) => name.includes(instanceId));
}

/** Removes all that carries a deployment's label, and the network that its instances share. */
export async function removeAll(
  docker: Docker,
  { deployment, sharedNetwork }: Pick<DockerOptions, 'deployment' | 'sharedNetwork'>,
): Promise<void> {
  const ours = { filters: { label: [`deployment=${deployment}`] } };
  for (const { Id } of await docker.listContainers({ all: true, ...ours })) {
    await docker.getContainer(Id).remove({ force: true, v: true }).catch(gone);
  }
  const networks = await docker.listNetworks();
  for (const { Id, Name, Labels } of networks) {
    if (Labels?.['deployment'] === deployment || Name === sharedNetwork)
      await docker.getNetwork(Id).remove().catch(gone);
  }
  for (const { Name } of (await docker.listVolumes(ours)).Volumes) await docker.getVolume(Name).remove().catch(gone);
}

/** For the removal of what may not be there. */
export function gone(error: { statusCode?: number }): void {
  if (error.statusCode !== 404) throw error;
}
