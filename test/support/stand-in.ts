import { once } from 'node:events';
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TestPlatform } from './platform';

const PAGE = '<!doctype html><title>Plain</title><h1>Plain</h1><script src="./plain.js"></script>';

/** Answers as an image that knows of no tokens and no cookies. */
export const plainImage: RequestListener = (incoming, outgoing) => {
  const [path] = incoming.url!.split('?');
  if (path === '/plain.js') outgoing.setHeader('content-type', 'text/javascript').end("document.body.append('works')");
  else outgoing.setHeader('content-type', 'text/html').end(PAGE);
};

/** A server in the place of a session's frontend. */
export class StandIn {
  /** Every request that reached it. */
  readonly requests: Pick<IncomingMessage, 'method' | 'url' | 'headers'>[] = [];

  private constructor(private readonly server: Server) {
    server.prependListener('request', (incoming) => this.requests.push(incoming));
  }

  static async start(answer: RequestListener): Promise<StandIn> {
    const server = createServer(answer).listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new StandIn(server);
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
