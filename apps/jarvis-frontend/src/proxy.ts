import { Agent, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import { losePatience } from './patience';
import { problem } from './problem';

const REQUEST_HEADERS = ['accept', 'content-type', 'content-length', 'last-event-id', 'sec-fetch-site'];
const RESPONSE_HEADERS = [
  'content-type',
  'content-length',
  'content-disposition',
  'cache-control',
  'etag',
  'location',
  'retry-after',
  'x-accel-buffering',
];

export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** Path and query, beginning with a slash. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
}

export interface Proxy {
  /**
   * Forwards the request to `path` and writes the answer, with `headers` added, as it comes; resolves with a problem
   * where there is no answer, else with `null` once the answer has begun.
   */
  forward(exchange: Exchange): Promise<Response | null>;
  close(): void;
}

/** Streams requests and answers both ways between the page and the backend, with the access token as the secret. */
export function createProxy(baseUrl: URL, token: string | undefined): Proxy {
  const secure = baseUrl.protocol === 'https:';
  const options = { keepAlive: true, maxSockets: 64, maxFreeSockets: 4 };
  const agent = secure ? new TlsAgent(options) : new Agent(options);
  const send = secure ? httpsRequest : httpRequest;
  const prefix = baseUrl.pathname.replace(/\/$/, '');

  return {
    forward: ({ incoming, outgoing, path, headers }) =>
      new Promise((resolve) => {
        const upstream = send({
          agent,
          protocol: baseUrl.protocol,
          hostname: baseUrl.hostname.replace(/^\[|\]$/g, ''),
          port: baseUrl.port,
          method: incoming.method,
          path: prefix + path,
          headers: { ...pick(incoming.headers, REQUEST_HEADERS), ...(token ? { 'x-api-key': token } : {}) },
        });
        incoming.pipe(upstream);
        const calm = losePatience(incoming, upstream);
        upstream.on('response', (answer) => {
          calm();
          outgoing.writeHead(answer.statusCode ?? 502, { ...headers, ...pick(answer.headers, RESPONSE_HEADERS) });
          outgoing.flushHeaders();
          answer.on('error', () => outgoing.destroy());
          answer.pipe(outgoing);
          resolve(null);
        });
        upstream.on('error', () => {
          calm();
          resolve(
            problem(
              502,
              'backend_unavailable',
              'Backend away',
              'The backend of this instance does not answer. It may be starting again; try once more in a moment.',
            ),
          );
        });
        outgoing.on('close', () => {
          calm();
          upstream.destroy();
        });
      }),
    close: () => agent.destroy(),
  };
}

function pick(headers: IncomingMessage['headers'], names: readonly string[]): Record<string, string | string[]> {
  return Object.fromEntries(names.flatMap((name) => (headers[name] === undefined ? [] : [[name, headers[name]]])));
}
