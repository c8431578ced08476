import { ensurePackages } from './apt.mjs';
import { succeeds } from './run.mjs';
import { which } from './which.mjs';

/** Installs NGINX and openssl, for the tests and the bench of the gateway. No service goes on running. */
export async function ensureNginx() {
  if (which('nginx') && which('openssl')) return;
  await ensurePackages(['nginx-light', 'openssl'], 'NGINX');
  // Debian starts what it installs; port 80 is wanted for other things.
  if (which('systemctl')) await succeeds('systemctl', ['disable', '--now', 'nginx']);
}
