import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from './free-port';
import { GatewayClient } from './gateway-client';
import { ROOT, TestPlatform, until } from './platform';

const RENDER = join(ROOT, 'docker/nginx/render.sh');

export interface GatewayOptions {
  readonly port: number;
  /** Where the session manager listens, `host:port`. */
  readonly manager: string;
  /** Names for a certificate: TLS is on. */
  readonly tls?: readonly string[];
  readonly sessionDomain?: string;
  /** Where instances come from. */
  readonly sessionSubnets?: string;
}

/** A real NGINX with the gateway's configuration, as a process of the test's own. */
export class TestGateway extends GatewayClient {
  private child: ChildProcess | undefined;

  private constructor(
    name: string,
    port: number,
    ca: string | undefined,
    /** Where plain HTTP is answered while TLS is on. */
    readonly plainPort: number,
    private readonly folder: string,
  ) {
    super(name, port, ca);
  }

  static async start({ port, manager, tls, sessionDomain, sessionSubnets }: GatewayOptions): Promise<TestGateway> {
    const folder = mkdtempSync(join(tmpdir(), 'jarvis-gateway-'));
    // NGINX's workers are another user.
    chmodSync(folder, 0o755);
    const plainPort = await freePort();
    if (tls) {
      execFileSync(process.execPath, [join(ROOT, 'scripts/certificate.mjs'), '--folder', folder, ...tls], {
        stdio: 'pipe',
      });
    }
    const name = tls?.[0] ?? 'localhost';
    const listen = (at: number) => `127.0.0.1:${at}`;
    const environment = {
      PUBLIC_URL: `${tls ? 'https' : 'http'}://${name}:${port}`,
      SESSION_MANAGER: manager,
      RUN_DIR: folder,
      TLS_DIR: folder,
      HTTP_LISTEN: listen(tls ? plainPort : port),
      HTTPS_LISTEN: listen(port),
      ...(sessionDomain && { SESSION_DOMAIN: sessionDomain }),
      ...(sessionSubnets && { SESSION_SUBNET_POOL: sessionSubnets }),
    };
    writeFileSync(
      join(folder, 'nginx.conf'),
      execFileSync(RENDER, { env: { PATH: process.env['PATH'], ...environment } }),
    );
    const ca = tls && readFileSync(join(folder, 'cert.pem'), 'utf8');
    const gateway = new TestGateway(name, port, ca, plainPort, folder);
    await gateway.run();
    return gateway;
  }

  /** What NGINX has printed. */
  get log(): string {
    return readFileSync(join(this.folder, 'log'), 'utf8');
  }

  private async run(): Promise<void> {
    // A file: NGINX opens /dev/stdout, and what Node would give it for a pipe cannot be opened.
    const log = openSync(join(this.folder, 'log'), 'a');
    const child = spawn('nginx', ['-e', 'stderr', '-c', join(this.folder, 'nginx.conf'), '-g', 'daemon off;'], {
      stdio: ['ignore', log, log],
    });
    this.child = child;
    await until(async () => {
      if (child.exitCode !== null) throw new Error(`NGINX ended with ${child.exitCode}:\n${this.log}`);
      return await answers(this.port);
    });
  }

  async stop(): Promise<void> {
    if (this.child?.exitCode === null) {
      const exit = once(this.child, 'exit');
      this.child.kill('SIGTERM');
      await exit;
    }
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const answers = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket
      .on('error', () => resolve(false))
      .on('connect', () => {
        socket.destroy();
        resolve(true);
      });
  });

/** A session manager whose instances are reached through a gateway of the test's own. */
export interface Behind {
  readonly platform: TestPlatform;
  readonly gateway: TestGateway;
  stop(): Promise<void>;
}

/** `variables` go over the session manager's. */
export async function startBehindGateway(
  { tls, sessionDomain }: Pick<GatewayOptions, 'tls' | 'sessionDomain'> = {},
  variables: Record<string, string> = {},
): Promise<Behind> {
  const port = await freePort();
  const platform = await TestPlatform.start({
    PUBLIC_URL: `${tls ? 'https' : 'http'}://${tls?.[0] ?? 'localhost'}:${port}`,
    TRUST_PROXY: '127.0.0.1',
    ...(sessionDomain && { SESSION_DOMAIN: sessionDomain }),
    ...variables,
  });
  const gateway = await TestGateway.start({
    port,
    manager: new URL(platform.origin).host,
    ...(tls && { tls }),
    ...(sessionDomain && { sessionDomain }),
  });
  return {
    platform,
    gateway,
    async stop() {
      await gateway.stop();
      await platform.stop();
    },
  };
}
