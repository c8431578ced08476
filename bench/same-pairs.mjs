import { isDeepStrictEqual } from 'node:util';
import Docker from 'dockerode';

/** What decides the cost of a container; names, ports and secrets differ by nature. */
function essence({ Config, HostConfig, Image }) {
  const { Binds, PortBindings, NetworkMode, ...host } = HostConfig;
  return {
    image: Image,
    user: Config.User,
    command: Config.Cmd,
    variables: Config.Env.map((entry) => entry.split('=')[0]).toSorted(),
    health: Config.Healthcheck,
    exposed: Config.ExposedPorts,
    stopTimeout: Config.StopTimeout,
    binds: Binds.map((bind) => bind.replace(/^jarvis-[^:]*-data:/, 'VOLUME:')).toSorted(),
    published: Object.entries(PortBindings).map(([port, [{ HostIp }]]) => [port, HostIp]),
    ownNetwork: NetworkMode.endsWith('-net'),
    ...host,
  };
}

/**
 * Rejects when the containers of two deployments are not made alike: then one would be no yardstick for the other.
 * @param {string} socketPath
 * @param {readonly [string, string]} deployments
 */
export async function assertSamePairs(socketPath, deployments) {
  const docker = new Docker({ socketPath });
  for (const service of ['backend', 'frontend']) {
    const [platform, bare] = await Promise.all(
      deployments.map(async (deployment) => {
        const all = await docker.listContainers({ filters: { label: [`deployment=${deployment}`] } });
        const found = all.find(({ Names }) => Names[0].endsWith(`-${service}`));
        return essence(await docker.getContainer(found.Id).inspect());
      }),
    );
    const differing = Object.keys(platform).filter((field) => !isDeepStrictEqual(platform[field], bare[field]));
    if (differing.length === 0) continue;
    const words = differing.map((field) => {
      const [ours, theirs] = [platform[field], bare[field]].map((value) => JSON.stringify(value));
      return `${field}: the platform has ${ours}, the bare script ${theirs}`;
    });
    throw new Error(`The ${service}s are not made alike, so the comparison would tell nothing.\n${words.join('\n')}`);
  }
}
