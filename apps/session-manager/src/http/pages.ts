import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@app/config';

/** Serves the landing page at `/` and the admin page at `/admin/`, each where its folder exists. */
export async function servePages(app: NestFastifyApplication, { http }: Config): Promise<void> {
  const landing = resolve(http.landingDir ?? 'landing');
  const admin = resolve(http.adminUiDir ?? 'dist/admin-ui');
  if (existsSync(landing)) {
    await app.register(fastifyStatic, { root: landing, prefix: '/', wildcard: false });
  }
  if (existsSync(admin)) {
    await app.register(fastifyStatic, { root: admin, prefix: '/admin/', wildcard: false, decorateReply: false });
    app
      .getHttpAdapter()
      .getInstance()
      .get('/admin', (_request, reply) => reply.redirect('/admin/'));
  }
}
