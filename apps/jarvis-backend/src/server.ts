import type { Server } from 'node:http';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { Catalogue } from './catalogue/catalogue';
import { openDelivery } from './delivery/open-delivery';
import { DestinationStore } from './destinations/destination.store';
import type { Log } from './log';
import { SendLog } from './sends/send-log';
import { SendStore } from './sends/send.store';
import { SendsService } from './sends/sends.service';
import { SessionStore } from './session/session.store';
import type { Settings } from './settings';
import { openDatabase } from './storage/database';

/** Opens the volume and listens; resolves when requests are answered. */
export async function startBackend(settings: Settings, log: Log): Promise<{ close(): Promise<void> }> {
  const database = openDatabase(settings.dataDir);
  const session = new SessionStore(database, { session_id: settings.sessionId, user_id: settings.userId });
  const sendLog = new SendLog(database);
  const sends = new SendsService({
    sendLog,
    store: new SendStore(database),
    open: openDelivery,
    limits: () => session.get().features,
    log,
  });
  const app = createApp({
    settings,
    session,
    sends,
    sendLog,
    destinations: new DestinationStore(database),
    catalogue: new Catalogue({ generators: settings.generatorsDir, parsers: settings.parsersDir }, log),
    usage: () => sends.usage(),
    onChange: () => sends.applyLimits(),
    onRemove: (id) => sends.cancelTo(id),
    log,
  });
  const server = await listen(app.fetch, settings, log);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await sends.close();
      server.closeAllConnections();
      await closed;
      database.close();
    },
  };
}

const listen = (
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Settings,
  log: Log,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host }, (address) => {
      log('info', 'Backend listens', { address: address.address, port: address.port });
      resolve(server);
    }) as Server;
    server.once('error', reject);
  });
