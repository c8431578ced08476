import type { Redis } from 'ioredis';
import { PortsExhaustedError } from './errors';
import { KEYS, LEASE, REBUILD, RELEASE, SET_ASIDE } from './scripts';

/** The two TCP ports of one instance. */
export interface PortLease {
  readonly instanceId: string;
  readonly frontend: number;
  readonly backend: number;
}

export interface PortAllocatorOptions {
  /** The first and the last port that may be leased, both included. */
  readonly start: number;
  readonly end: number;
  /** How long, in ms, a port that something else holds is left alone. */
  readonly setAsideMs?: number;
}

export interface PortUsage {
  readonly total: number;
  readonly leased: number;
  readonly free: number;
  readonly setAside: number;
}

interface PortCommands {
  portsLease(...args: (string | number)[]): Promise<string>;
  portsRelease(...args: (string | number)[]): Promise<number>;
  portsSetAside(...args: (string | number)[]): Promise<number>;
  portsRebuild(...args: (string | number)[]): Promise<number>;
}

const TEN_MINUTES = 600_000;

/**
 * Leases TCP port pairs, at most one to an instance. A lease and a release are one atomic O(1) script each; the port
 * that has been idle the longest is leased first. `inUse` tells the leases that really are in use (by the engine's labels): the
 * allocator asks it when Redis has lost what it knew, so that no port is handed out twice.
 */
export class PortAllocator {
  private readonly commands: PortCommands;
  private rebuilding: Promise<void> | undefined;

  constructor(
    private readonly redis: Redis,
    private readonly options: PortAllocatorOptions,
    private readonly inUse: () => Promise<readonly PortLease[]>,
  ) {
    const define = (name: string, lua: string) => redis.defineCommand(name, { numberOfKeys: KEYS.length, lua });
    define('portsLease', LEASE);
    define('portsRelease', RELEASE);
    define('portsSetAside', SET_ASIDE);
    define('portsRebuild', REBUILD);
    this.commands = redis as unknown as PortCommands;
  }

  /**
   * The instance's lease: the one it has, or a new one.
   * @throws PortsExhaustedError
   */
  async lease(instanceId: string): Promise<PortLease> {
    const { start, end } = this.options;
    const ask = () => this.commands.portsLease(...KEYS, instanceId, `${start}-${end}`, Date.now());
    let answer = await ask();
    if (answer === 'rebuild') {
      await this.rebuild();
      answer = await ask();
    }
    if (answer === 'exhausted') throw new PortsExhaustedError(start, end);
    return toLease(instanceId, answer);
  }

  /** Gives the instance's ports back; without a lease it does nothing. */
  async release(instanceId: string): Promise<void> {
    await this.commands.portsRelease(...KEYS, instanceId);
  }

  /** Ends the instance's lease and leaves `port`, which something else holds, alone for a while. */
  async setAside(instanceId: string, port: number): Promise<void> {
    await this.commands.portsSetAside(...KEYS, instanceId, port, Date.now() + (this.options.setAsideMs ?? TEN_MINUTES));
  }

  /** Makes the books agree with themselves, with the range, and with what is in use. Existing leases stay. */
  rebuild(): Promise<void> {
    this.rebuilding ??= this.rebuildOnce().finally(() => {
      this.rebuilding = undefined;
    });
    return this.rebuilding;
  }

  private async rebuildOnce(): Promise<void> {
    const held = await this.inUse();
    await this.commands.portsRebuild(
      ...KEYS,
      this.options.start,
      this.options.end,
      Date.now(),
      ...held.flatMap(({ instanceId, frontend, backend }) => [instanceId, frontend, backend]),
    );
  }

  async list(): Promise<PortLease[]> {
    return Object.entries(await this.redis.hgetall('ports:leases')).map(([id, ports]) => toLease(id, ports));
  }

  async usage(): Promise<PortUsage> {
    const [leased, free, setAside] = await Promise.all([
      this.redis.hlen('ports:owner'),
      this.redis.llen('ports:free'),
      this.redis.zcard('ports:aside'),
    ]);
    return { total: this.options.end - this.options.start + 1, leased, free, setAside };
  }
}

function toLease(instanceId: string, ports: string): PortLease {
  const [frontend, backend] = ports.split(',').map(Number);
  return { instanceId, frontend: frontend!, backend: backend! };
}
