import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { until, type Answer, type TestPlatform } from '../platform';
import type { TestGateway } from '../gateway';

/** A server of an attacker's own where the frontend of their session was. */
export class HostileInstance {
  /** How many requests have come. */
  asked = 0;

  private constructor(private readonly server: Server) {}

  static async start(answer: (request: IncomingMessage, response: ServerResponse) => void): Promise<HostileInstance> {
    const server = createServer().listen(0, '127.0.0.1');
    const hostile = new HostileInstance(server);
    server.on('request', (request, response) => {
      hostile.asked += 1;
      answer(request, response);
    });
    await once(server, 'listening');
    return hostile;
  }

  /** Resolves when the gateway leads to it. */
  async takeOver(session: Answer['body'], platform: TestPlatform, gateway: TestGateway): Promise<void> {
    const { port } = this.server.address() as AddressInfo;
    await platform.redis.client.hset(`session:${session.session_id}`, 'frontend_port', String(port));
    const { headers } = await gateway.askUrl(session.frontend_url);
    const cookie = headers['set-cookie']?.[0]?.split(';')[0] ?? '';
    const page = Object.assign(new URL(session.frontend_url), { search: '' }).href;
    await until(async () => {
      await gateway.askUrl(page, { headers: { cookie } });
      return this.asked > 0;
    });
  }

  stop(): void {
    this.server.closeAllConnections();
    this.server.close();
  }
}
