import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { Hono } from 'hono';
import { accessToken, cookieName, cookieValues, sameSecret, withoutToken } from './access';
import { gatePage } from './gate-page';
import { pageFiles } from './page-files';
import { problem } from './problem';
import type { Proxy } from './proxy';
import { isSameOrigin } from './same-origin';
import { SECURITY_HEADERS } from './security-headers';
import type { Settings } from './settings';

export interface AppDeps {
  readonly settings: Pick<Settings, 'apiKey' | 'disableAuth'>;
  readonly proxy: Proxy;
  readonly pageFolder: string;
}

/** The only door to the backend: health for everybody, the page and the API for who holds the access token. */
export function createApp({ settings, proxy, pageFolder }: AppDeps): Hono<{ Bindings: HttpBindings }> {
  const token = accessToken(settings.apiKey);
  const cookie = cookieName(token);
  const page = pageFiles(pageFolder);
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) {
      if (!context.res.headers.has(name)) context.res.headers.set(name, value);
    }
  });

  app.get('/health', (context) => context.json({ status: 'healthy', service: 'frontend' }));

  app.use(async (context, next) => {
    const url = new URL(context.req.url);
    const given = url.searchParams.get('token');
    const api = url.pathname.startsWith('/api/');
    if (given !== null && !api && context.req.method === 'GET') {
      if (!settings.disableAuth && !sameSecret(given, token)) return gatePage();
      const secure = context.req.header('x-forwarded-proto') === 'https' ? '; Secure' : '';
      context.header('Set-Cookie', `${cookie}=${token}; Path=/; HttpOnly; SameSite=Lax${secure}`);
      context.header('Cache-Control', 'no-store');
      return context.redirect(withoutToken(url), 302);
    }
    const shown = cookieValues(context.req.header('cookie') ?? '', cookie);
    if (!settings.disableAuth && !shown.some((value) => sameSecret(value, token))) {
      return api
        ? problem(
            401,
            'unauthorized',
            'Unauthorized',
            'Open your instance from the landing page once more: this browser has no key to it.',
          )
        : gatePage();
    }
    return await next();
  });

  app.use('/api/v1/*', async (context) => {
    const header = (name: string) => context.req.header(name);
    const provenance = {
      method: context.req.method,
      fetchSite: header('sec-fetch-site'),
      origin: header('origin'),
      hosts: [header('host'), header('x-forwarded-host')],
    };
    if (!isSameOrigin(provenance)) {
      return problem(403, 'cross_site', 'Forbidden', 'Another site may not change anything in this instance.');
    }
    const { incoming, outgoing } = context.env;
    const { pathname, search } = new URL(context.req.url);
    const exchange = { incoming, outgoing, path: pathname + search, headers: SECURITY_HEADERS };
    return (await proxy.forward(exchange)) ?? RESPONSE_ALREADY_SENT;
  });

  app.get('/:name?', (context) => page(context.req.param('name') ?? 'index.html') ?? context.notFound());
  app.notFound(() => problem(404, 'not_found', 'Not found', 'There is nothing at this address.'));
  app.onError(() => problem(500, 'internal', 'Internal error', 'The page server failed on this request. Try again.'));
  return app;
}
