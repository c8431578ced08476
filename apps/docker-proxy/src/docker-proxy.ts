import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { readBody, volumeOf } from './bodies';
import { Engine, type Call } from './engine';
import { Forbidden } from './forbidden';
import type { Log } from './log';
import { Ownership } from './ownership';
import { checkQuery } from './queries';
import { routeOf, type Route } from './routes';
import type { ProxySettings } from './settings';

const BODY_LIMIT = 64 * 1_024;
/** Of a connection, not of the answer on it. */
const HOP_BY_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'upgrade']);

/** The engine for the session manager: the calls that it makes, about what is its own; all else is a 403, with a line in the log. */
export function createDockerProxy(settings: ProxySettings, log: Log): Server {
  const engine = new Engine(settings.engineSocket);
  const ownership = new Ownership(engine, settings);

  async function permitted(request: IncomingMessage): Promise<Call> {
    const { method = '', url = '' } = request;
    const [path = '', text = ''] = url.split(/\?(.*)/s, 2);
    const query = new URLSearchParams(text);
    const { route, id } = routeOf(method, path);
    checkQuery(route, query, settings);
    const body = await bodyOf(route, request);
    if (route.subject && id !== undefined) await ownership.check(route.subject, id);
    const target = query.size === 0 ? path : `${path}?${query.toString()}`;
    return { method, target, ...(body !== undefined && { body }) };
  }

  async function bodyOf({ body: kind }: Route, request: IncomingMessage): Promise<unknown> {
    const text = await readText(request);
    if (kind === undefined) return undefined;
    const contentPath = kind === 'container' ? await ownership.contentPath() : undefined;
    const body = readBody(kind, parsed(text), settings, contentPath);
    if (kind === 'container') await ownership.checkMount(volumeOf(body));
    if (kind === 'connect') await ownership.checkDoor((body as { Container: string }).Container);
    return body;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const left = new AbortController();
    response.once('close', () => left.abort());
    try {
      const call = await permitted(request);
      await relay(await engine.call({ ...call, signal: left.signal }), response);
    } catch (error) {
      if (error instanceof Forbidden) {
        log('warn', 'Refused', { method: request.method, path: request.url?.split('?')[0], reason: error.message });
        refuse(response, error.message);
        return;
      }
      if (!left.signal.aborted) log('error', 'No answer of the engine', { error: String(error) });
      // As without a proxy: who asks an engine that is away gets no answer.
      response.destroy();
    }
  }

  const server = createServer((request, response) => void answer(request, response));
  // An engine keeps idle connections; one that ended as a call came in would look like an engine that is away.
  server.keepAliveTimeout = 0;
  server.once('close', () => engine.close());
  return server;
}

async function relay(from: IncomingMessage, to: ServerResponse): Promise<void> {
  const headers = Object.entries(from.headers).filter(([name]) => !HOP_BY_HOP.has(name));
  to.writeHead(from.statusCode ?? 502, Object.fromEntries(headers));
  // Of events and waits the beginning counts, which comes long before the first of them.
  to.flushHeaders();
  await pipeline(from, to);
}

function refuse(response: ServerResponse, reason: string): void {
  response.writeHead(403, { 'content-type': 'application/json', connection: 'close' });
  response.end(JSON.stringify({ message: `The Docker proxy refuses this: ${reason}` }));
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > BODY_LIMIT) throw new Forbidden(`the body has more than ${BODY_LIMIT} bytes`);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Forbidden('the body is no JSON');
  }
}
