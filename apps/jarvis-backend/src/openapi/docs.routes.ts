import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { Hono } from 'hono';
import { NotFoundError } from '../errors';

const TYPES: Readonly<Record<string, string>> = {
  'index.html': 'text/html; charset=utf-8',
  'start.js': 'text/javascript; charset=utf-8',
  'swagger-ui-bundle.js': 'text/javascript; charset=utf-8',
  'swagger-ui.css': 'text/css; charset=utf-8',
  'openapi.json': 'application/json',
};
/** Only its own files; the page's script styles elements by itself. */
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; frame-ancestors 'none'";

/** `GET /docs`, `/docs/{file}` and `/openapi.json`, read from the folder when they are asked for; they tell nothing of the session. */
export function docsRoutes(folder: string): Hono {
  const file = (name: string): Response => {
    const path = join(folder, name);
    const type = TYPES[name];
    if (type === undefined || !existsSync(path)) throw new NotFoundError('address', name);
    const body = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
    return new Response(body, {
      headers: { 'Content-Type': type, 'Content-Security-Policy': POLICY, 'Cache-Control': 'no-cache' },
    });
  };
  return new Hono()
    .get('/docs', () => file('index.html'))
    .get('/docs/:name', (context) => file(context.req.param('name')))
    .get('/openapi.json', () => file('openapi.json'));
}
