import { mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer } from 'node:net';
import type { Server, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Unix socket in front of another one, whose connections can be cut and whose requests can be left without an answer. */
export class CutProxy {
  /** The first line of all that went to the engine. */
  readonly requests: string[] = [];
  /** Requests whose first line fits get no answer, as if the engine hung over them. */
  ignored: RegExp | undefined;
  /** How many bytes the engine's answers had. */
  answered = 0;
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;

  private constructor(
    private readonly folder: string,
    private readonly target: string,
  ) {}

  static async open(target: string): Promise<CutProxy> {
    const proxy = new CutProxy(await mkdtemp(join(tmpdir(), 'jarvis-proxy-')), target);
    await proxy.mend();
    return proxy;
  }

  get path(): string {
    return join(this.folder, 'docker.sock');
  }

  /** Ends all connections and takes no new ones. */
  async cut(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server?.close(() => resolve()));
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Takes connections again. */
  async mend(): Promise<void> {
    const server = createServer((client) => this.join(client));
    this.server = server;
    await new Promise<void>((resolve) => server.listen(this.path, resolve));
  }

  async close(): Promise<void> {
    await this.cut();
    await rm(this.folder, { recursive: true, force: true });
  }

  private join(client: Socket): void {
    const engine = connect(this.target);
    client.on('data', (data) => {
      const [line = ''] = data.toString('latin1').split('\r\n', 1);
      this.requests.push(line);
      if (!this.ignored?.test(line)) engine.write(data);
    });
    engine.on('data', ({ length }: Buffer) => (this.answered += length));
    engine.pipe(client);
    for (const [from, to] of [
      [client, engine],
      [engine, client],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
    }
  }
}
