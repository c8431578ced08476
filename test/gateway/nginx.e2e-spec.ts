import { once } from 'node:events';
import { createServer, request, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { freePort } from '../support/free-port';
import { TestGateway } from '../support/gateway';
import { until } from '../support/platform';

// NGINX before servers of the test's own: a session manager that decides as the test says, and instances that misbehave.
type Handler = (incoming: IncomingMessage, outgoing: ServerResponse) => void;

const serve = async (handler: Handler): Promise<{ server: Server; host: string }> => {
  const server = createServer(handler).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, host: `127.0.0.1:${(server.address() as AddressInfo).port}` };
};

const INSTANCES = '127.0.7.0/28';
const PATH = '/session/ada-1f2e3d4c/frontend/';
let gateway: TestGateway;
let manager: { server: Server; host: string };
let instance: { server: Server; host: string };
let other: { server: Server; host: string };
/** Every question to the manager. */
let asked: IncomingMessage['headers'][] = [];
let decide: Handler;
let answer: Handler;

beforeAll(async () => {
  manager = await serve((incoming, outgoing) => {
    asked.push(incoming.headers);
    decide(incoming, outgoing);
  });
  instance = await serve((incoming, outgoing) => answer(incoming, outgoing));
  other = await serve((_, outgoing) => outgoing.end('the other one'));
  gateway = await TestGateway.start({ port: await freePort(), manager: manager.host, sessionSubnets: INSTANCES });
});
afterAll(async () => {
  await gateway.stop();
  for (const { server } of [manager, instance, other]) server.close();
});
beforeEach(() => {
  asked = [];
  decide = open(() => instance.host);
  answer = (_, outgoing) => outgoing.end('mine');
});

const open =
  (host: () => string): Handler =>
  (_, outgoing) =>
    outgoing.writeHead(204, { 'x-gateway-reason': 'open', 'x-gateway-upstream': host() }).end();
let keys = 0;
/** A cookie that was never sent before, so nothing of it is cached. */
const fresh = () => ({ cookie: `jarvis_00000000=key-${(keys += 1)}` });

describe('an authorisation', () => {
  it('is asked for once a second for the same session, service and credential', async () => {
    const headers = fresh();
    for (let round = 0; round < 10; round++) expect((await gateway.ask(PATH, { headers })).text).toBe('mine');
    expect(asked.length).toBeLessThanOrEqual(2);
    await until(async () => {
      await gateway.ask(PATH, { headers });
      return asked.length >= 3;
    }, 6_000);
  });

  it('holds for exactly what was shown', async () => {
    const seen = new Set<string>();
    const variants = ['', 'a', 'b', 'a|', '|a', 'a;b'].flatMap((value) => [
      { cookie: value, 'x-api-key': '', authorization: '' },
      { cookie: '', 'x-api-key': value, authorization: '' },
      { cookie: '', 'x-api-key': '', authorization: value },
      { cookie: value, 'x-api-key': value, authorization: '' },
    ]);
    for (const headers of variants) {
      for (const path of [
        PATH,
        `${PATH}?token=${headers.cookie.replaceAll('|', '')}`,
        '/session/bob-1f2e3d4c/backend/',
      ]) {
        await gateway.ask(path, { headers });
        seen.add(JSON.stringify([path, headers]));
      }
    }
    const wanted = [
      'x-gateway-session',
      'x-gateway-service',
      'x-gateway-token',
      'cookie',
      'x-api-key',
      'authorization',
    ];
    const questions = new Set(asked.map((headers) => JSON.stringify(wanted.map((name) => headers[name] ?? ''))));
    const different = new Set(
      [...seen].map((text) => {
        const [path, { cookie, 'x-api-key': key, authorization }] = JSON.parse(text);
        const service = path.includes('/backend/') ? 'backend' : 'frontend';
        const token = /token=(.*)$/.exec(path)?.[1] ?? '';
        return JSON.stringify([path.split('/')[2], service, token, cookie, key, authorization]);
      }),
    );
    expect(questions).toEqual(different);
  });

  it('is asked for without the request’s body and other headers', async () => {
    await gateway.ask(PATH, { method: 'POST', body: 'secret', headers: { ...fresh(), 'x-other': 'x' } });
    const chunked = { ...fresh(), 'transfer-encoding': 'chunked' };
    await gateway.ask(PATH, { method: 'POST', body: 'secret', headers: chunked });
    expect(asked).toHaveLength(2);
    for (const headers of asked) {
      for (const name of ['x-other', 'content-length', 'transfer-encoding']) expect(headers).not.toHaveProperty(name);
    }
  });

  it('leads to where the instance is now, a moment after it has moved', async () => {
    const headers = fresh();
    expect((await gateway.ask(PATH, { headers })).text).toBe('mine');
    decide = open(() => other.host);
    await until(async () => (await gateway.ask(PATH, { headers })).text === 'the other one', 2_500);
  });

  it('that cannot be had lets nobody in, and says that it passes', async () => {
    const failures: Handler[] = [
      (_, outgoing) => outgoing.writeHead(503).end(),
      (_, outgoing) => outgoing.writeHead(204).end(),
      (incoming) => incoming.socket.destroy(),
    ];
    for (const failure of failures) {
      decide = failure;
      const page = await gateway.ask(PATH, { headers: { ...fresh(), accept: 'text/html' } });
      expect([page.status, page.headers['retry-after']]).toEqual([503, '5']);
      expect(page.text).toContain('Jarvis will be back in a moment');
    }
    decide = open(() => instance.host);
    expect((await gateway.ask(PATH, { headers: fresh() })).status).toBe(200);
  });
});

describe('an instance', () => {
  it('gets what is for it, and no organiser’s password', async () => {
    let got: IncomingMessage | undefined;
    answer = (incoming, outgoing) => {
      got = incoming;
      outgoing.end();
    };
    const { cookie } = fresh();
    const basic = `Basic ${btoa('admin:password')}`;
    await gateway.ask(`${PATH}a%20b/c%3fd?e=%2f`, {
      headers: { cookie, authorization: basic, 'x-forwarded-for': '10.0.0.1', 'x-forwarded-proto': 'https' },
    });
    expect(got?.url).toBe('/a%20b/c%3Fd?e=%2f');
    expect(got?.headers).toMatchObject({
      cookie,
      'x-forwarded-for': '127.0.0.1',
      'x-forwarded-proto': 'http',
      'x-forwarded-prefix': '/session/ada-1f2e3d4c/frontend',
    });
    expect(got?.headers).not.toHaveProperty('authorization');
    await gateway.ask('/session/ada-1f2e3d4c/backend/', { headers: { cookie, authorization: 'Bearer key' } });
    expect(got?.headers.authorization).toBe('Bearer key');
    expect(got?.headers).not.toHaveProperty('cookie');
  });

  it('gets no second header from an encoded line break', async () => {
    let got: IncomingMessage | undefined;
    answer = (incoming, outgoing) => {
      got = incoming;
      outgoing.end();
    };
    await gateway.ask(`${PATH}a%0d%0aX-Injected:%20yes%0d%0a`, { headers: fresh() });
    expect(got?.headers).not.toHaveProperty('x-injected');
    expect(got?.url).toMatch(/^\/a%0D%0A/i);
  });

  it('sets cookies and redirects for its own addresses alone', async () => {
    answer = (_, outgoing) =>
      outgoing
        .writeHead(302, {
          location: '/login',
          'set-cookie': ['a=1; Path=/', 'b=2; Path=/session/bob/; Domain=localhost'],
        })
        .end();
    const { headers } = await gateway.ask(PATH, { headers: fresh() });
    expect(headers.location).toBe(`${PATH}login`);
    expect(headers['set-cookie']).toEqual([`a=1; Path=${PATH}`, `b=2; Path=${PATH}; Domain=localhost`]);
  });

  it.each(['a=1; Path= /', 'a=1; Path =/', 'a=1; Path=/x; path=/', 'a=1; PATH=/', 'a=1;Path=/'])(
    'cannot set a cookie for the whole site by %j',
    async (cookie) => {
      answer = (_, outgoing) => outgoing.writeHead(200, { 'set-cookie': cookie }).end();
      const [set = ''] = (await gateway.ask(PATH, { headers: fresh() })).headers['set-cookie'] ?? [];
      const paths = [...set.matchAll(/path *= *([^;]*)/gi)].map(([, path]) => path);
      expect(new Set(paths)).toEqual(new Set([PATH]));
    },
  );

  it('does not speak to the gateway, nor for all that shares its origin', async () => {
    answer = (_, outgoing) =>
      outgoing
        .writeHead(200, {
          'x-accel-redirect': '/_gateway/answer/ended.json',
          'alt-svc': 'h2="elsewhere.example:443"',
          'clear-site-data': '"storage"',
          nel: '{"report_to":"elsewhere","max_age":86400,"success_fraction":1}',
          'report-to': '{"group":"elsewhere","max_age":86400,"endpoints":[{"url":"https://elsewhere.example/"}]}',
          'service-worker-allowed': '/',
          'strict-transport-security': 'max-age=1',
          'www-authenticate': 'Basic realm="Jarvis admin"',
        })
        .end('itself');
    const { status, headers, text } = await gateway.ask(PATH, { headers: fresh() });
    expect([status, text]).toEqual([200, 'itself']);
    for (const name of [
      'alt-svc',
      'clear-site-data',
      'nel',
      'report-to',
      'service-worker-allowed',
      'strict-transport-security',
      'www-authenticate',
    ]) {
      expect(headers).not.toHaveProperty(name);
    }
  });

  it('answers its errors itself', async () => {
    for (const status of [401, 403, 404, 413, 500, 503]) {
      answer = (_, outgoing) => outgoing.writeHead(status).end('its own words');
      expect(await gateway.ask(PATH, { headers: fresh() })).toMatchObject({ status, text: 'its own words' });
    }
  });

  it('with headers that are too large is one that does not answer', async () => {
    answer = (_, outgoing) => outgoing.writeHead(200, { 'x-large': 'x'.repeat(40_000) }).end();
    const reply = await gateway.ask(PATH, { headers: fresh() });
    expect([reply.status, JSON.parse(reply.text).code]).toEqual([503, 'instance_unavailable']);
  });

  it('whose answer never ends is let go of with its reader, and keeps nobody from the others', async () => {
    let isLetGo = false;
    answer = (_, outgoing) => {
      const more = setInterval(() => outgoing.write(Buffer.alloc(65_536)), 5);
      outgoing.on('close', () => {
        clearInterval(more);
        isLetGo = true;
      });
    };
    const headers = fresh();
    const endless = await gateway.send(PATH, { headers });
    await once(endless, 'data');
    decide = open(() => other.host);
    expect((await gateway.ask('/session/bob-1f2e3d4c/frontend/', { headers: fresh() })).text).toBe('the other one');
    endless.destroy();
    await until(() => isLetGo, 5_000);
  });

  it('speaks over a WebSocket', async () => {
    instance.server.once('upgrade', (incoming, socket) => {
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nUpgrade: ${incoming.headers.upgrade}\r\nConnection: Upgrade\r\n\r\n`,
      );
      socket.pipe(socket);
    });
    const headers = { ...fresh(), connection: 'Upgrade', upgrade: 'websocket' };
    const asking = request({ host: '127.0.0.1', port: gateway.port, path: PATH, headers }).end();
    const [, socket] = await once(asking, 'upgrade');
    socket.write('ping');
    expect(String((await once(socket, 'data'))[0])).toBe('ping');
    socket.destroy();
  });

  it('gets an upload while it is still being sent', async () => {
    let first: string | undefined;
    answer = (incoming, outgoing) => {
      incoming.once('data', (chunk) => (first = String(chunk)));
      incoming.on('end', () => outgoing.end('all'));
    };
    const uploading = request({ host: '127.0.0.1', port: gateway.port, path: PATH, method: 'POST', headers: fresh() });
    uploading.write('a part');
    await until(() => first === 'a part', 5_000);
    uploading.end();
    expect((await once(uploading, 'response'))[0].statusCode).toBe(200);
  });
});

describe('who comes from an instance', () => {
  it.each(['/', '/api/health', PATH])('gets no answer from %s', async (path) => {
    await expect(gateway.ask(path, { from: '127.0.7.3', headers: fresh() })).rejects.toThrow();
    expect(asked).toEqual([]);
    expect((await gateway.ask(PATH, { from: '127.0.8.3', headers: fresh() })).status).toBe(200);
  });
});

describe('the limits', () => {
  it('let 150 people behind one address load a page of 20 files at once', async () => {
    const people = Array.from({ length: 150 }, fresh);
    const statuses = await Promise.all(
      people.map(async (headers) => {
        const seen = new Set<number>();
        for (let file = 0; file < 20; file++) seen.add((await gateway.ask(PATH, { headers })).status);
        return [...seen];
      }),
    );
    expect(new Set(statuses.flat())).toEqual(new Set([200]));
  });

  it('slow down whoever asks too much, as a problem, and nobody else', async () => {
    const greedy = fresh();
    const replies = await Promise.all(Array.from({ length: 900 }, () => gateway.ask(PATH, { headers: greedy })));
    const refused = replies.filter(({ status }) => status !== 200);
    expect(refused.length).toBeGreaterThan(0);
    for (const { status, headers, text } of refused) {
      expect([status, headers['retry-after'], JSON.parse(text).code]).toEqual([429, '1', 'too_many_requests']);
    }
    expect((await gateway.ask(PATH, { headers: fresh() })).status).toBe(200);
  });
});
