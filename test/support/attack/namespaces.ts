import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { bash, typed, type ShellAnswer } from '../shell';

/** A Docker host, an instance on it and another machine, as network namespaces: for the firewall's rules, without Docker. Needs root. */
export class Namespaces {
  readonly host = named();
  readonly instance = named();
  readonly elsewhere = named();
  readonly addresses = { host: '10.213.0.1', instance: '10.213.0.2', elsewhere: '192.0.2.1' };
  private readonly children: ChildProcess[] = [];

  /** With more addresses of the other machine. */
  async start(addresses: readonly string[] = []): Promise<void> {
    const { host, instance, elsewhere, addresses: at } = this;
    await typed(
      [
        ...[host, instance, elsewhere].flatMap((name) => [`ip netns add ${name}`, `ip -n ${name} link set lo up`]),
        `ip -n ${host} link add inside type veth peer name eth0 netns ${instance}`,
        `ip -n ${host} link add outside type veth peer name eth0 netns ${elsewhere}`,
        `ip -n ${host} addr add ${at.host}/28 dev inside`,
        `ip -n ${host} addr add 192.0.2.254/24 dev outside`,
        `ip -n ${instance} addr add ${at.instance}/28 dev eth0`,
        `ip -n ${elsewhere} addr add ${at.elsewhere}/24 dev eth0`,
        ...addresses.map((address) => `ip -n ${elsewhere} addr add ${address}/32 dev lo`),
        `ip -n ${host} link set inside up`,
        `ip -n ${host} link set outside up`,
        `ip -n ${instance} link set eth0 up`,
        `ip -n ${elsewhere} link set eth0 up`,
        `ip -n ${host} route add default via ${at.elsewhere}`,
        `ip -n ${instance} route add default via ${at.host}`,
        `ip -n ${elsewhere} route add default via 192.0.2.254`,
        `ip netns exec ${host} sysctl -qw net.ipv4.ip_forward=1`,
        `ip netns exec ${host} iptables-nft -N DOCKER-USER`,
        `ip netns exec ${host} iptables-nft -A FORWARD -j DOCKER-USER`,
        `ip netns exec ${host} iptables-nft -A FORWARD -m conntrack --ctstate RELATED,ESTABLISHED -j ACCEPT`,
      ].join(' && '),
    );
  }

  /** A program (node -e) in a namespace, once it has printed something. */
  async run(namespace: string, program: string, ...args: string[]): Promise<ChildProcess> {
    const command = ['netns', 'exec', namespace, process.execPath, '-e', program, ...args];
    const child = spawn('ip', command, { stdio: ['ignore', 'pipe', 'inherit'] });
    this.children.push(child);
    await once(child.stdout, 'data');
    return child;
  }

  /** The firewall's script on the host, which looks names up as these two files say. */
  async firewall(variables: Record<string, string>, resolvConf: string, ofSystemd = ''): Promise<ShellAnswer> {
    const settings = Object.entries(variables).map(([name, value]) => `${name}=${value}`);
    return bash(`ip netns exec ${this.host} bash -ec '
      mount -t tmpfs none /run
      mkdir -p /run/systemd/resolve
      printf "%b" "$0" >/run/resolv.conf
      printf "%b" "$1" >/run/systemd/resolve/resolv.conf
      mount --bind /run/resolv.conf /etc/resolv.conf
      ${settings.join(' ')} docker/host-firewall.sh' '${resolvConf}' '${ofSystemd}'`);
  }

  /** Takes the rules back. */
  async remove(): Promise<void> {
    await typed(`ip netns exec ${this.host} docker/host-firewall.sh --remove`);
  }

  async stop(): Promise<void> {
    for (const child of this.children) child.kill('SIGKILL');
    await typed([this.host, this.instance, this.elsewhere].map((name) => `ip netns del ${name}`).join('; '));
  }
}

const named = (): string => `jt${randomBytes(4).toString('hex')}`;
