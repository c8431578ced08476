import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { accessToken } from './access';
import { createApp } from './app';
import { createLog } from './log';
import { createProxy } from './proxy';
import { readSettings, type Settings } from './settings';

const CLOSE_WITHIN_MS = 800;
/** For a whole request: a large file over a slow line takes its time. */
const REQUEST_MS = 3_600_000;

main();

function main(): void {
  const settings = settingsOrExit();
  const log = createLog(settings.logLevel);
  const proxy = createProxy(settings.apiBaseUrl, settings.apiKey ? accessToken(settings.apiKey) : undefined);
  const app = createApp({ settings, proxy, pageFolder: join(__dirname, 'page') });
  const server = serve(
    {
      fetch: app.fetch,
      port: settings.port,
      hostname: settings.host,
      serverOptions: { requestTimeout: REQUEST_MS },
    },
    ({ address, port }) => log('info', 'Frontend listens', { address, port }),
  ) as Server;
  server.on('error', (error) => {
    log('error', 'The frontend could not listen', { error: String(error) });
    process.exit(1);
  });

  const stop = (signal: string): void => {
    setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
    server.close(() => {
      log('info', 'Frontend stopped', { signal });
      process.exit(0);
    });
    server.closeIdleConnections();
    proxy.close();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return process.exit(2);
  }
}
