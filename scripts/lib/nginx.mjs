import { ensurePackages } from './apt.mjs';
import { which } from './which.mjs';

/** Installs NGINX and openssl, for the tests of the gateway. */
export async function ensureNginx() {
  if (which('nginx') && which('openssl')) return;
  await ensurePackages(['nginx-light', 'openssl'], 'NGINX');
}
