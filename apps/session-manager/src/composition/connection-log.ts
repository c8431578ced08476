import type { Logger } from '@nestjs/common';
import type { Redis } from 'ioredis';

/** One line when Redis goes away and one when it is back, not one for every try. */
export function connectionLog(redis: Redis, logger: Logger): void {
  let away = false;
  redis.on('error', (error: Error) => {
    if (!away) logger.error(`Redis is away: ${error.message}`);
    away = true;
  });
  redis.on('ready', () => {
    if (away) logger.log('Redis is back');
    away = false;
  });
}
