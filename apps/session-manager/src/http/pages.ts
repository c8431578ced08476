import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Config } from '@app/config';
import { inlineScripts } from '@app/content-policy';

const landingFolder = ({ http }: Config): string => resolve(http.landingDir ?? 'landing');
const adminFolder = ({ http }: Config): string => resolve(http.adminUiDir ?? 'dist/admin-ui');

/** What a content security policy has to say so that the pages' own inline scripts run. */
export function pageScripts(config: Config): string[] {
  const pages = [landingFolder(config), adminFolder(config)].map((folder) => join(folder, 'index.html'));
  const found = pages.filter((page) => existsSync(page)).flatMap((page) => inlineScripts(readFileSync(page, 'utf8')));
  return [...new Set(found)];
}

/** Serves the landing page at `/` and the admin page at `/admin/`, each where its folder exists. */
export async function servePages(app: NestFastifyApplication, config: Config): Promise<void> {
  const landing = landingFolder(config);
  const admin = adminFolder(config);
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
