import type { Server } from 'node:http';
import { join } from 'node:path';
import { serve } from '@hono/node-server';
import { createApp } from './app';
import { Catalogue } from './catalogue/catalogue';
import { CustomScenarioStore } from './custom-scenarios/custom-scenario.store';
import { AddressGuard } from './delivery/address-guard';
import { openDelivery } from './delivery/open-delivery';
import { ownNetworks } from './delivery/own-networks';
import { addressPolicy, type AddressRules } from './delivery/refused-addresses';
import { DestinationStore } from './destinations/destination.store';
import type { Log } from './log';
import { SendLog } from './sends/send-log';
import { SendStore } from './sends/send.store';
import { SendsService } from './sends/sends.service';
import { SessionStore } from './session/session.store';
import { OWN_NETWORKS, type Settings } from './settings';
import { openDatabase } from './storage/database';
import { UploadStore } from './uploads/upload.store';
import { UploadsService } from './uploads/uploads.service';

/** For a whole request: a large file over a slow line takes its time, and one that stalls is ended sooner. */
const REQUEST_MS = 3_600_000;

/** Opens the volume and listens; resolves when requests are answered. */
export async function startBackend(settings: Settings, log: Log): Promise<{ close(): Promise<void> }> {
  const database = openDatabase(settings.dataDir);
  const session = new SessionStore(database, { session_id: settings.sessionId, user_id: settings.userId });
  const guard = new AddressGuard(addressPolicy(withOwnNetworks(settings.destinations)));
  const sendLog = new SendLog(database);
  const customScenarios = new CustomScenarioStore(database);
  const sends = new SendsService({
    sendLog,
    store: new SendStore(database),
    open: (destination) => openDelivery(destination, guard),
    limits: () => session.get().features,
    log,
  });
  const uploads = new UploadsService({
    store: new UploadStore(database),
    folder: join(settings.dataDir, 'uploads'),
    limits: settings.uploads,
    onRemove: (id) => sends.cancelFrom(id),
    log,
  });
  const app = createApp({
    settings,
    uploads,
    docsFolder: join(__dirname, 'docs'),
    session,
    sends,
    sendLog,
    destinations: new DestinationStore(database),
    guard,
    egress: settings.destinations.egress,
    customScenarios,
    catalogue: new Catalogue(
      { generators: settings.generatorsDir, parsers: settings.parsersDir },
      log,
      customScenarios,
    ),
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

const withOwnNetworks = ({ deny, ...rules }: AddressRules): AddressRules => ({
  ...rules,
  deny: deny.flatMap((network) => (network === OWN_NETWORKS ? ownNetworks() : [network])),
});

const listen = (
  fetch: (request: Request) => Response | Promise<Response>,
  { port, host }: Settings,
  log: Log,
): Promise<Server> =>
  new Promise((resolve, reject) => {
    const server = serve({ fetch, port, hostname: host, serverOptions: { requestTimeout: REQUEST_MS } }, (address) => {
      log('info', 'Backend listens', { address: address.address, port: address.port });
      resolve(server);
    }) as Server;
    server.once('error', reject);
  });
