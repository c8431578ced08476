import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect } from 'node:net';
import { once } from 'node:events';
import { startChild } from '../scripts/lib/child.mjs';
import { at } from '../scripts/lib/paths.mjs';
import { run } from '../scripts/lib/run.mjs';

const HOST = '127.0.0.1';
const START_MS = 10_000;

/**
 * NGINX as the gateway of a session manager. With TLS `sparePort` is that of plain HTTP.
 * @param {{ manager: string, port: number, tls: boolean, sparePort?: number }} options
 */
export async function startGateway({ manager, port, tls, sparePort }) {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-bench-nginx-'));
  // NGINX's workers are another user.
  chmodSync(folder, 0o755);
  if (tls) await run(process.execPath, [at('scripts/certificate.mjs'), '--folder', folder, HOST]);
  const conf = await run(at('docker/nginx/render.sh'), [], {
    env: {
      PUBLIC_URL: `http${tls ? 's' : ''}://${HOST}:${port}`,
      SESSION_DOMAIN: '',
      SESSION_MANAGER: manager,
      RUN_DIR: folder,
      TLS_DIR: folder,
      HTTP_LISTEN: `${HOST}:${tls ? sparePort : port}`,
      HTTPS_LISTEN: `${HOST}:${port}`,
    },
  });
  const file = join(folder, 'nginx.conf');
  writeFileSync(file, conf);
  const child = startChild('nginx', ['-e', 'stderr', '-c', file, '-g', 'daemon off;'], { log: join(folder, 'log') });
  const stop = async () => {
    await child.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  for (const end = Date.now() + START_MS; !(await listens(port)); await sleep(50)) {
    if (child.isRunning() && Date.now() < end) continue;
    await stop();
    throw new Error('NGINX did not start.');
  }
  return { stop };
}

async function listens(port) {
  const socket = connect(port, HOST);
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}
