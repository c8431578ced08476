import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensurePackages } from './apt.mjs';
import { which } from './which.mjs';

const LIBRARIES = '/usr/lib';
const TLS_DRIVER = 'rsyslog/lmnsd_ossl.so';

/** Installs rsyslog with TLS, and openssl for its certificates: a real receiver for the tests of sending. No service is started. */
export async function ensureRsyslog() {
  const speaksTls = readdirSync(LIBRARIES).some((folder) => existsSync(join(LIBRARIES, folder, TLS_DRIVER)));
  if (which('rsyslogd') && which('openssl') && speaksTls) return;
  await ensurePackages(['rsyslog', 'rsyslog-openssl', 'openssl'], 'rsyslog');
}
