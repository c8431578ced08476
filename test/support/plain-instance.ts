import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPlatform } from './platform';

const PAGE = '<!doctype html><title>Plain</title><h1>Plain</h1><script src="./plain.js"></script>';

/** A frontend that knows of no tokens and no cookies, as another image's may be, in the place of a session's own. */
export class PlainInstance {
  /** Every request that reached it. */
  readonly requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];
  private readonly server: Server = createServer((incoming, outgoing) => {
    this.requests.push(incoming);
    const [path] = incoming.url!.split('?');
    if (path === '/plain.js')
      outgoing.setHeader('content-type', 'text/javascript').end("document.body.append('works')");
    else outgoing.setHeader('content-type', 'text/html').end(PAGE);
  });

  static async start(): Promise<PlainInstance> {
    const instance = new PlainInstance();
    instance.server.listen(0, '127.0.0.1');
    await once(instance.server, 'listening');
    return instance;
  }

  /** Requests for the session's page come here from now on. */
  async standInFor({ session_id: id }: { readonly session_id: string }, platform: TestPlatform): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    await platform.redis.client.hset(`session:${id}`, 'frontend_port', String(port));
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
