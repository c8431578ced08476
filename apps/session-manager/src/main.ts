import './require-node';
import './compile-cache';
import 'reflect-metadata';
import { Logger } from '@nestjs/common';
import { ConfigError, readConfig, type Config } from '@app/config';

async function main(): Promise<void> {
  const config = readConfig();
  if (process.argv.includes('--purge')) {
    const { purge } = await import('./purge.js');
    const count = await purge(config);
    process.stdout.write(`Removed ${count} instances.\n`);
    return;
  }
  await serve(config);
}

async function serve(config: Config): Promise<void> {
  const { createApp } = await import('./create-app.js');
  const app = await createApp(config);
  await app.listen(config.http.port, config.http.host);
  const logger = new Logger('Main');
  logger.log(`Listening on ${await app.getUrl()} with the ${config.instances.driver} driver`);
  if (config.admin.isDefaultPassword) logger.warn('The admin password is the published default: set ADMIN_PASSWORD.');
  if (config.instances.driver === 'process')
    logger.warn('The process driver isolates nothing: use Docker for an event.');
}

main().catch((error: unknown) => {
  const text = error instanceof ConfigError ? error.message : error instanceof Error ? error.stack : String(error);
  process.stderr.write(`${text}\n`);
  process.exitCode = 1;
  // What was begun (connections, timers) must not keep a program alive that cannot work.
  setImmediate(() => process.exit());
});
