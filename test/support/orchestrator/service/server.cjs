// A service that keeps docs/instance.md and, for tests, tells what it was given.
const { createServer, get } = require('node:http');
const { readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const { PORT = '8000', HOST = '0.0.0.0', DATA_DIR, API_KEY, API_BASE_URL } = process.env;
const startedAt = Date.now();
const data = DATA_DIR ?? (API_KEY ? '/app/data' : '/app/shared-data');

const routes = {
  '/health': () => ({ ok: true }),
  '/api/v1/health': () => ({ ok: true }),
  '/started': () => ({ at: startedAt }),
  '/env': () => ({ ...process.env }),
  '/read': () => ({ text: readFileSync(join(data, 'note.txt'), 'utf8') }),
  '/write': (query) => void writeFileSync(join(data, 'note.txt'), query.get('text')),
  '/fetch': (query) =>
    new Promise((resolve) => {
      get(query.get('url'), { timeout: 2_000 }, (response) => resolve({ status: response.statusCode }))
        .on('timeout', function () {
          this.destroy(new Error('timeout'));
        })
        .on('error', (error) => resolve({ error: error.message }));
    }),
  // As the frontend's server forwards: to the backend by its name, looked up anew.
  '/proxy': async (query) =>
    (await fetch(API_BASE_URL + query.get('path'), { headers: { connection: 'close' } })).json(),
  '/print': (query) => {
    const [width, times] = [query.get('width') ?? 1, query.get('times') ?? 1].map(Number);
    process[query.get('to') ?? 'stdout'].write(`${query.get('text').repeat(width)}\n`.repeat(times));
  },
  '/burn': (query) => {
    for (const end = Date.now() + Number(query.get('ms')); Date.now() < end;);
  },
  '/stay': () => void process.removeAllListeners('SIGTERM').on('SIGTERM', () => undefined),
  '/crash': () => void setTimeout(() => process.exit(1), 10),
};

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://localhost');
  try {
    response.end(JSON.stringify((await routes[pathname](searchParams)) ?? {}));
  } catch (error) {
    response.writeHead(500).end(JSON.stringify({ error: error.message }));
  }
}).listen(Number(PORT), HOST);

process.on('SIGTERM', () => process.exit(0));
