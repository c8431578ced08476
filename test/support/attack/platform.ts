import { randomBytes } from 'node:crypto';
import Docker from 'dockerode';
import { portOfOurs } from '../free-port';
import { gone, removeAll } from '../orchestrator/docker-fixture';
import { ADMIN, ROOT, until, type Answer } from '../platform';

const MAIN = `${ROOT}/dist/apps/session-manager/apps/session-manager/src/main.js`;
const PROXY = `${ROOT}/dist/docker-proxy/proxy.cjs`;
const SOCKET_FOLDER = '/run/docker-proxy';
const NODE_IMAGE = 'node:24.21.0-bookworm-slim';

interface Part {
  readonly name: string;
  readonly image: string;
  readonly command: string[];
  readonly user?: string;
  readonly environment?: Record<string, string>;
  readonly host: Docker.HostConfig;
}

/** The platform's services in containers, as the compose file runs them, on a network of the test's own. */
export class ContainerPlatform {
  readonly docker = new Docker();
  readonly managerPort = portOfOurs();
  readonly redisPort = portOfOurs();
  readonly network: string;
  readonly redis: string;
  readonly manager: string;
  readonly proxy: string;
  private readonly volume: string;

  constructor(
    private readonly variables: Record<string, string>,
    readonly deployment = `test-${randomBytes(4).toString('hex')}`,
  ) {
    const named = (part: string): string => `jarvis-${this.deployment}-${part}`;
    this.network = named('network');
    this.redis = named('redis');
    this.manager = named('manager');
    this.proxy = named('docker-proxy');
    this.volume = named('socket');
  }

  /** Resolves when the session manager is healthy. */
  async start(): Promise<void> {
    const first = portOfOurs(500);
    const shared = {
      DEPLOYMENT_ID: this.deployment,
      DOOR_CONTAINERS: this.manager,
      DOCKER_NETWORK: this.network,
      CONTENT_PATH: `${ROOT}/Backend`,
      PORT_RANGE_START: String(first),
      PORT_RANGE_END: String(first + 499),
      ...this.variables,
    };
    const code = `${ROOT}:${ROOT}:ro`;
    await this.docker.createNetwork({ Name: this.network });
    await this.run({
      name: this.redis,
      image: 'redis:alpine',
      command: ['redis-server'],
      host: this.published(6379, this.redisPort),
    });
    await this.run({
      name: this.proxy,
      image: NODE_IMAGE,
      command: ['node', PROXY],
      user: '0:1000',
      environment: shared,
      host: {
        NetworkMode: 'none',
        CapDrop: ['ALL'],
        Binds: [code, '/var/run/docker.sock:/var/run/docker.sock', `${this.volume}:${SOCKET_FOLDER}`],
      },
    });
    await this.run({
      name: this.manager,
      image: NODE_IMAGE,
      command: ['node', MAIN],
      user: '1000:1000',
      environment: {
        ...shared,
        REDIS_HOST: this.redis,
        DOCKER_SOCKET: `${SOCKET_FOLDER}/docker.sock`,
        INSTANCE_REACH: 'network',
        PORT: '9000',
        TRUST_PROXY: '172.16.0.0/12,192.168.0.0/16',
        LANDING_DIR: `${ROOT}/landing`,
        ADMIN_UI_DIR: `${ROOT}/dist/admin-ui`,
      },
      host: { ...this.published(9000, this.managerPort), Binds: [code, `${this.volume}:${SOCKET_FOLDER}:ro`] },
    });
    await until(async () => (await this.get('/api/health').catch(() => undefined))?.body.status === 'healthy');
  }

  /** Removes all that is the platform's, its sessions too, however far it has got. */
  async stop(): Promise<void> {
    for (const name of [this.manager, this.proxy, this.redis])
      await this.docker.getContainer(name).remove({ force: true, v: true }).catch(gone);
    await removeAll(this.docker, { deployment: this.deployment, sharedNetwork: this.network });
    await this.docker.getVolume(this.volume).remove().catch(gone);
  }

  get(path: string): Promise<Answer> {
    return this.request('GET', path);
  }

  /** As an organiser. */
  async request(method: string, path: string, body?: object): Promise<Answer> {
    const response = await fetch(`http://127.0.0.1:${this.managerPort}${path}`, {
      method,
      headers: { authorization: ADMIN, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.json() };
  }

  /** What a container has on each of its networks. */
  async addresses(container: string): Promise<Record<string, string>> {
    const { NetworkSettings } = await this.docker.getContainer(container).inspect();
    return Object.fromEntries(
      Object.entries(NetworkSettings.Networks).map(([network, { IPAddress }]) => [network, IPAddress]),
    );
  }

  private published(port: number, hostPort: number): Docker.HostConfig {
    return {
      NetworkMode: this.network,
      PortBindings: { [`${port}/tcp`]: [{ HostIp: '127.0.0.1', HostPort: String(hostPort) }] },
    };
  }

  private async run({ name, image, command, user, environment = {}, host }: Part): Promise<void> {
    const container = await this.docker.createContainer({
      name,
      Image: image,
      Cmd: command,
      ...(user && { User: user }),
      WorkingDir: '/tmp',
      Env: Object.entries(environment).map(([variable, value]) => `${variable}=${value}`),
      ExposedPorts: Object.fromEntries(Object.keys(host.PortBindings ?? {}).map((port) => [port, {}])),
      HostConfig: host,
    });
    await container.start();
  }
}
