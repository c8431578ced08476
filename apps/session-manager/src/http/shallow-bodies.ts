import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { InvalidRequestError } from './http.errors';

/** Deeper than anything that an endpoint takes; far below what the recursion of validation could not bear. */
const MOST_LEVELS = 32;

/** Refuses bodies that are nested very deeply, before anything walks them by recursion. */
export function refuseDeepBodies(app: NestFastifyApplication): void {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('preValidation', (request, _reply, done) => {
      const message = `body must not be nested deeper than ${MOST_LEVELS} levels`;
      done(isDeeperThan(request.body, MOST_LEVELS) ? new InvalidRequestError([{ field: 'body', message }]) : undefined);
    });
}

export function isDeeperThan(root: unknown, levels: number): boolean {
  const waiting: [value: unknown, level: number][] = [[root, 0]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, level] = next;
    if (typeof value !== 'object' || value === null) continue;
    if (level >= levels) return true;
    for (const part of Object.values(value)) waiting.push([part, level + 1]);
  }
  return false;
}
