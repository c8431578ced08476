import { randomBytes, randomInt } from 'node:crypto';
import Docker from 'dockerode';
import { closedLoop } from './closed-loop.mjs';
import { environments, PAIR, SERVICES } from './pair.mjs';
import { untilHttp } from './until-http.mjs';

const MANAGED_BY = 'jarvis_bench';
const PORT = '8000/tcp';
const REMOVALS_AT_ONCE = 4;

/** The same pairs as the platform's, by nothing but calls of the engine: what the platform's own work is measured against. */
export class BareDocker {
  name = 'bare dockerode';
  deployment = `bench-${randomBytes(4).toString('hex')}`;

  constructor({ socket, firstPort }, signal) {
    this.docker = new Docker({ socketPath: socket });
    this.firstPort = firstPort;
    this.signal = signal;
  }

  get labels() {
    return { managed_by: MANAGED_BY, deployment: this.deployment };
  }

  /** Starts a pair and resolves when both servers answer. */
  async launch(index) {
    const id = `${this.deployment}-${index}`;
    const ports = { frontend: this.firstPort + 2 * index, backend: this.firstPort + 2 * index + 1 };
    const backendUrl = `http://jarvis-${id}-backend:8000`;
    const environment = environments({ id, portOf: () => 8000, backendUrl });
    await Promise.all([
      this.docker.createVolume({ Name: `jarvis-${id}-data`, Labels: this.labels }),
      this.createNetwork(`jarvis-${id}-net`),
    ]);
    const containers = await Promise.all(
      SERVICES.map((service) => this.createContainer({ id, service, ports, environment: environment[service] })),
    );
    await Promise.all(containers.map((container) => container.start()));
    const { signal } = this;
    await Promise.all(
      SERVICES.map((service) => untilHttp(`http://127.0.0.1:${ports[service]}${PAIR[service].health}`, signal)),
    );
  }

  async createNetwork(name) {
    const [a, b] = PAIR.subnetPool.split('.');
    for (;;) {
      const subnet = `${a}.${b}.${randomInt(256)}.${16 * randomInt(16)}/28`;
      try {
        return await this.docker.createNetwork({
          Name: name,
          Driver: 'bridge',
          CheckDuplicate: true,
          Labels: this.labels,
          IPAM: { Driver: 'default', Config: [{ Subnet: subnet }] },
        });
      } catch (error) {
        if (!/pool overlaps/i.test(error.message)) throw error;
      }
    }
  }

  createContainer({ id, service, ports, environment }) {
    const name = `jarvis-${id}-${service}`;
    const volume = `jarvis-${id}-data`;
    const { image, cpus, memoryBytes } = PAIR[service];
    return this.docker.createContainer({
      name,
      Image: image,
      Hostname: name,
      User: '1000:1000',
      Labels: this.labels,
      Env: Object.entries(environment).map(([variable, value]) => `${variable}=${value}`),
      ExposedPorts: { [PORT]: {} },
      StopTimeout: 5,
      HostConfig: {
        Binds: [
          service === 'backend' ? `${volume}:/app/data` : `${volume}:/app/shared-data:nocopy`,
          `${PAIR.content}/event_generators:/Backend/event_generators:ro`,
          `${PAIR.content}/parsers:/Backend/parsers:ro`,
        ],
        PortBindings: { [PORT]: [{ HostIp: '127.0.0.1', HostPort: String(ports[service]) }] },
        NetworkMode: `jarvis-${id}-net`,
        RestartPolicy: { Name: 'unless-stopped' },
        NanoCpus: cpus * 1e9,
        Memory: memoryBytes,
        PidsLimit: PAIR.pids,
        CapDrop: ['ALL'],
        SecurityOpt: ['no-new-privileges'],
        ReadonlyRootfs: true,
        Tmpfs: { '/tmp': 'rw,noexec,nosuid,nodev,size=64m,mode=1777' },
        LogConfig: { Type: 'json-file', Config: { 'max-size': '10m', 'max-file': '3' } },
      },
    });
  }

  /** Starts a pair and removes it when both servers have answered. */
  async cycle(index) {
    await this.launch(index);
    const id = `${this.deployment}-${index}`;
    const containers = SERVICES.map((service) => this.docker.getContainer(`jarvis-${id}-${service}`));
    await Promise.all(containers.map((container) => container.remove({ force: true, v: true })));
    await this.docker.getNetwork(`jarvis-${id}-net`).remove();
    await this.docker.getVolume(`jarvis-${id}-data`).remove();
  }

  /** Removes every pair. */
  async clear() {
    const filters = { label: Object.entries(this.labels).map(([name, value]) => `${name}=${value}`) };
    const containers = await this.docker.listContainers({ all: true, filters });
    await this.eachOf(containers, ({ Id }) => this.docker.getContainer(Id).remove({ force: true, v: true }));
    const [networks, { Volumes: volumes }] = await Promise.all([
      this.docker.listNetworks({ filters }),
      this.docker.listVolumes({ filters }),
    ]);
    await this.eachOf(networks, ({ Id }) => this.docker.getNetwork(Id).remove());
    await this.eachOf(volumes, ({ Name }) => this.docker.getVolume(Name).remove());
  }

  stop() {
    return this.clear();
  }

  /** Removal goes on when the run was asked to stop. */
  async eachOf(items, remove) {
    const { errors } = await closedLoop((index) => remove(items[index]), {
      count: items.length,
      clients: REMOVALS_AT_ONCE,
      signal: new AbortController().signal,
    });
    if (errors.length > 0) throw errors[0];
  }
}
