import type { Redis } from 'ioredis';

type Scripts = Readonly<Record<string, readonly [lua: string, numberOfKeys: number]>>;
/** Each script as a command: its keys first, then its arguments. */
export type Commands<T extends Scripts> = {
  readonly [K in keyof T]: (...args: (string | number)[]) => Promise<unknown>;
};

/** Makes Redis know the scripts by their names. */
export function defineCommands<T extends Scripts>(redis: Redis, scripts: T): Commands<T> {
  for (const [name, [lua, numberOfKeys]] of Object.entries(scripts)) redis.defineCommand(name, { lua, numberOfKeys });
  return redis as unknown as Commands<T>;
}
