import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import type { ConnectionOptions } from 'node:tls';

export interface Asked {
  readonly method?: string;
  readonly host?: string;
  readonly headers?: Record<string, string>;
  readonly body?: Buffer | string;
  readonly tls?: ConnectionOptions;
  /** An address of this machine's to come from. */
  readonly from?: string;
}

export interface Reply {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Speaks to a gateway on this machine, over TLS where its certificate `ca` is known. */
export class GatewayClient {
  constructor(
    readonly name: string,
    readonly port: number,
    private readonly ca?: string,
  ) {}

  get origin(): string {
    return `${this.ca === undefined ? 'http' : 'https'}://${this.name}:${this.port}`;
  }

  /** Sends the path as it is, dots and all, to a host that need not resolve. */
  send(path: string, { method = 'GET', host, headers, body, tls, from }: Asked = {}): Promise<IncomingMessage> {
    const authority = host ?? `${this.name}:${this.port}`;
    const options = {
      host: '127.0.0.1',
      port: this.port,
      path,
      method,
      headers: { host: authority, ...headers },
      agent: false,
      ...(from && { localAddress: from }),
      ...(this.ca !== undefined && { ca: this.ca, servername: authority.replace(/:\d+$/, ''), ...tls }),
    };
    return new Promise((resolve, reject) => {
      const request = (this.ca !== undefined ? httpsRequest : httpRequest)(options, resolve);
      request.on('error', reject).end(body);
    });
  }

  async ask(path: string, asked: Asked = {}): Promise<Reply> {
    const answer = await this.send(path, asked);
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    return { status: answer.statusCode ?? 0, headers: answer.headers, text: Buffer.concat(chunks).toString() };
  }

  /** Asks for an address that the platform gave out, whose host is this gateway. */
  askUrl(url: string, asked: Asked = {}): Promise<Reply> {
    const { host, pathname, search } = new URL(url);
    return this.ask(pathname + search, { host, ...asked });
  }

  /** All that comes back for bytes that no client library would send; over plain HTTP. */
  raw(bytes: string): Promise<string> {
    return new Promise((resolve, reject) => {
      const socket = connect(this.port, '127.0.0.1', () => socket.write(bytes));
      let text = '';
      socket.setTimeout(5_000, () => socket.destroy());
      socket.on('data', (chunk) => {
        text += chunk.toString('latin1');
      });
      socket.on('error', reject).on('close', () => resolve(text));
    });
  }
}
