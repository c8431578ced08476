import { existsSync, readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import Docker from 'dockerode';
import { processesOf } from './proc.mjs';

/** Keys that every platform has, or that end by themselves. */
const STANDING =
  /^(jobs:(launch|retire):(meta|id|events|stalled-check|marker)|ports:(free|range|aside)|sessions:history(:order)?|sessions:ends|pool:config|audit|config:global|lock:.*|auth:.*|idempotency:.*|waiting:(seq|ticket:.*))$/;
const PATIENCE_MS = 10_000;

/**
 * Names of all that a platform's sessions have left: containers or processes, networks, volumes, leased ports and keys. What is still
 * being removed gets a moment.
 * @returns {Promise<string[]>}
 */
export async function leftovers({ driver, socket, platform }) {
  const engine = driver === 'docker' ? () => ofDocker(socket, platform) : () => ofProcesses(platform);
  for (const end = Date.now() + PATIENCE_MS; ; await sleep(200)) {
    const left = [...(await engine()), ...(await ofRedis(platform))];
    if (left.length === 0 || Date.now() > end) return left;
  }
}

async function ofDocker(socketPath, { deployment }) {
  const docker = new Docker({ socketPath });
  const filters = { label: [`deployment=${deployment}`] };
  const [containers, networks, { Volumes: volumes }] = await Promise.all([
    docker.listContainers({ all: true, filters }),
    docker.listNetworks({ filters }),
    docker.listVolumes({ filters }),
  ]);
  return [
    ...containers.map(({ Names }) => `container ${Names[0]}`),
    ...networks.map(({ Name }) => `network ${Name}`),
    ...volumes.map(({ Name }) => `volume ${Name}`),
  ];
}

function ofProcesses({ deployment, processHome }) {
  const files = existsSync(processHome) ? readdirSync(processHome, { recursive: true, withFileTypes: true }) : [];
  return [
    ...processesOf(deployment).map(({ pid }) => `process ${pid}`),
    ...files.filter((entry) => entry.isFile()).map(({ parentPath, name }) => `file ${parentPath}/${name}`),
  ];
}

async function ofRedis({ store }) {
  const [keys, ports] = await Promise.all([store.keys('*'), store.smembers('allocated_ports')]);
  return [
    ...keys.filter((key) => !STANDING.test(key) && key !== 'allocated_ports').map((key) => `key ${key}`),
    ...ports.map((port) => `port ${port}`),
  ];
}
