import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export const BODY_LIMIT = 65_536;
const LARGE_BODY_LIMIT = 1_048_576;
/** Where organisers send what is about thousands of attendees. */
const LARGE = ['/api/admin/operations', '/api/admin/roster', '/api/admin/roster/check'];

/** The most bytes of a body that an endpoint takes, by its path. */
export const bodyLimitOf = (path: string): number => (LARGE.includes(path) ? LARGE_BODY_LIMIT : BODY_LIMIT);

/** Lets the few endpoints that need it take larger bodies than `BODY_LIMIT`; to be called before the endpoints are made. */
export function allowLargeBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRoute', (route) => {
      route.bodyLimit = bodyLimitOf(route.url);
    });
}
