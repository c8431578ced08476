import { rmSync } from 'node:fs';
import { ConfigError, readConfig } from '@app/config';
import { createDockerProxy } from './docker-proxy';
import { log } from './log';
import { proxySettings } from './settings';

/** Who may connect: the owner and the group that the proxy runs as. */
const SOCKET_MASK = 0o117;

function main(): void {
  const config = readConfig();
  const { proxySocketPath } = config.docker;
  const server = createDockerProxy(proxySettings(config), log);
  // What an earlier run left there, which was killed.
  rmSync(proxySocketPath, { force: true });
  process.umask(SOCKET_MASK);
  server.listen(proxySocketPath, () => log('info', 'Listening', { socket: proxySocketPath }));
  const stop = (): void => {
    server.close();
    server.closeAllConnections();
  };
  process.once('SIGTERM', stop).once('SIGINT', stop);
}

try {
  main();
} catch (error) {
  process.stderr.write(`${error instanceof ConfigError ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
