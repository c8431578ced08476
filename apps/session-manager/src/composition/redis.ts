import { Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis, type RedisOptions } from 'ioredis';
import { connectionLog } from './connection-log';

/** How to reach Redis, the same for every connection of this program. */
export const redisOptions = ({ redis }: Config): RedisOptions => ({
  ...(redis.path === undefined ? { host: redis.host, port: redis.port } : { path: redis.path }),
  db: redis.db,
  ...(redis.password === undefined ? {} : { password: redis.password }),
  connectTimeout: 5_000,
  retryStrategy: (attempt) => Math.min(50 * attempt, 1_000),
});

/**
 * The connection for commands. While Redis is away a command fails at once, so that a request is answered 503 instead of
 * hanging; the connection comes back by itself.
 */
export function connectRedis(config: Config): Redis {
  const redis = new Redis({
    ...redisOptions(config),
    enableOfflineQueue: false,
    commandTimeout: 5_000,
  });
  connectionLog(redis, new Logger('Redis'));
  return redis;
}

/** A connection for blocking reads and subscriptions: it waits for Redis instead of failing. */
export function connectBlockingRedis(config: Config): Redis {
  const redis = new Redis({ ...redisOptions(config), maxRetriesPerRequest: null });
  redis.on('error', () => undefined);
  return redis;
}
