import Docker from 'dockerode';
import { memoryOf, parentOf, processes, processesOf } from './proc.mjs';

const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);

/** Bytes of all processes of a deployment of the process driver, by proportional shares (PSS). */
export const processMemory = ({ deployment }) => {
  return { servers: sum(processesOf(deployment).map(({ pid }) => memoryOf(pid, 'Pss'))), helpers: 0 };
};

/**
 * Bytes of all containers of a deployment. Servers: what their control groups hold without the page cache (so the kernel's
 * memory for them and their tmpfs are in it), and their shares of mapped files such as the Node binary. Helpers: the shares of
 * the shims and port proxies. What only root may read is left out for others.
 */
export async function containerMemory({ deployment, socket }) {
  const docker = new Docker({ socketPath: socket });
  const filters = { label: ['managed_by=jarvis_session_manager', `deployment=${deployment}`] };
  const containers = await docker.listContainers({ filters });
  const all = processes();
  const parts = await Promise.all(
    containers.map((container) => measure(docker.getContainer(container.Id), all, container)),
  );
  return { servers: sum(parts.map(({ server }) => server)), helpers: sum(parts.map(({ helpers }) => helpers)) };
}

async function measure(container, all, { Ports }) {
  const [{ memory_stats: memory }, { State }, { Processes }] = await Promise.all([
    container.stats({ stream: false, 'one-shot': true }),
    container.inspect(),
    container.top({ ps_args: '-eo pid' }),
  ]);
  const published = Ports.flatMap(({ PublicPort }) => (PublicPort === undefined ? [] : [PublicPort]));
  const proxies = all.filter(
    ({ command }) =>
      command.includes('docker-proxy ') && published.some((port) => command.includes(`-host-port ${port} `)),
  );
  const shim = ifReadable(() => parentOf(State.Pid));
  return {
    server: withoutCache(memory) + sum(Processes.map(([pid]) => share(Number(pid), 'Pss_File'))),
    helpers: sum([...(shim ? [shim] : []), ...proxies.map(({ pid }) => pid)].map((pid) => share(pid, 'Pss'))),
  };
}

/** Usage without page cache; `total_*` is cgroup v1's name, `file` v2's. tmpfs pages count as cache there and are put back. */
const withoutCache = ({ usage, stats }) =>
  usage - (stats.total_cache ?? stats.file ?? 0) + (stats.total_shmem ?? stats.shmem ?? 0);

const share = (pid, field) => ifReadable(() => memoryOf(pid, field)) ?? 0;

function ifReadable(look) {
  try {
    return look();
  } catch (error) {
    if (['EACCES', 'EPERM', 'ENOENT', 'ESRCH'].includes(error.code)) return undefined;
    throw error;
  }
}
