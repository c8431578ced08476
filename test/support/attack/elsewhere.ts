import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { randomBytes } from 'node:crypto';
import { typed } from '../shell';

const PORT = 8088;
const SERVER = `require('node:net').createServer((socket) => socket.end('HTTP/1.1 200 OK\\r\\n\\r\\n')).listen(${PORT}, () => console.log('listens'))`;

/** Another machine, as far as this one's network can tell, with a public and a private address; both answer on a port. */
export class Elsewhere {
  readonly port = PORT;
  /** Of those that are for documentation (RFC 5737), so nobody's. */
  readonly publicAddress = '203.0.113.9';
  readonly privateAddress = '192.168.211.9';
  private readonly name = `jt${randomBytes(4).toString('hex')}`;
  private server: ChildProcess | undefined;

  async start(): Promise<void> {
    const { name } = this;
    const there = `ip -n ${name}`;
    await typed(
      [
        `ip netns add ${name}`,
        `ip link add ${name} type veth peer name eth0 netns ${name}`,
        `ip addr add 203.0.113.1/24 dev ${name}`,
        `ip addr add 192.168.211.1/24 dev ${name}`,
        `ip link set ${name} up`,
        `${there} addr add ${this.publicAddress}/24 dev eth0`,
        `${there} addr add ${this.privateAddress}/24 dev eth0`,
        `${there} link set eth0 up`,
        `${there} route add default via 203.0.113.1`,
      ].join(' && '),
    );
    this.server = spawn('ip', ['netns', 'exec', name, process.execPath, '-e', SERVER], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(this.server.stdout!, 'data');
  }

  async stop(): Promise<void> {
    this.server?.kill('SIGKILL');
    await typed(`ip link del ${this.name} 2>/dev/null; ip netns del ${this.name}`);
  }
}
