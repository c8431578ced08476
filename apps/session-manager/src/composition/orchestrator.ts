import { hostname } from 'node:os';
import { resolve } from 'node:path';
import type { Config } from '@app/config';
import { DockerOrchestrator, ProcessOrchestrator, type Orchestrator } from '@app/orchestrator';

/** The driver that the configuration names. */
export function makeOrchestrator(config: Config): Orchestrator {
  switch (config.instances.driver) {
    case 'docker':
      return dockerOrchestrator(config);
    case 'process':
      return processOrchestrator(config);
  }
}

function dockerOrchestrator({ docker, instances, logLevel }: Config): Orchestrator {
  return new DockerOrchestrator({
    socketPath: docker.socketPath,
    cgroupRoot: docker.cgroupRoot,
    deployment: instances.deployment,
    images: docker.images,
    limits: docker.limits,
    publishAddress: docker.publishAddress,
    isolation: docker.isolation,
    sharedNetwork: docker.network,
    subnetPool: docker.subnetPool,
    // A container's host name is its id: the manager itself is the door that it goes through.
    doors: docker.doors ?? (docker.reach === 'network' ? [hostname()] : []),
    reach: docker.reach,
    contentPath: instances.contentPath,
    disableAuth: instances.disableAuth,
    destinations: instances.destinations,
    uploads: instances.uploads,
    logLevel,
    readyTimeoutMs: instances.launchTimeoutMs,
  });
}

function processOrchestrator({ process: local, instances, logLevel }: Config): Orchestrator {
  const entries = resolve(local.instanceDir);
  return new ProcessOrchestrator({
    deployment: instances.deployment,
    home: resolve(local.home),
    node: process.execPath,
    backendEntry: resolve(entries, 'backend.cjs'),
    frontendEntry: resolve(entries, 'frontend.cjs'),
    contentPath: instances.contentPath,
    disableAuth: instances.disableAuth,
    destinations: instances.destinations,
    uploads: instances.uploads,
    logLevel,
    readyTimeoutMs: instances.launchTimeoutMs,
  });
}
