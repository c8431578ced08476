// npm run certificate -- [--folder FOLDER] [HOST …]: a self-signed certificate for the gateway, certs/cert.pem and key.pem.
// HOST is a name, *.name or address; those of PUBLIC_URL and SESSION_DOMAIN are in it anyway.
import { X509Certificate } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isIP } from 'node:net';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { at, shown } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Hint, main, say } from './lib/say.mjs';
import { readSettings } from './lib/settings.mjs';
import { which } from './lib/which.mjs';

/** What browsers accept at most of a certificate that somebody trusts by hand. */
const DAYS = 397;
const NAME = /^(\*\.)?[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/i;

/** The hosts as a certificate names them. @param {readonly string[]} hosts */
function alternativeNames(hosts) {
  return hosts.map((host) => {
    const bare = host.replace(/^\[|\]$/g, '');
    if (isIP(bare)) return `IP:${bare}`;
    if (NAME.test(host)) return `DNS:${host.toLowerCase()}`;
    throw new Hint(
      `"${host}" is no host: give names such as jarvis.event.example, *.jarvis.event.example or addresses.`,
    );
  });
}

/** @param {Record<string, string>} settings */
function hostsOf({ PUBLIC_URL, SESSION_DOMAIN }) {
  const host = URL.parse(PUBLIC_URL ?? '')?.hostname;
  return [...(host ? [host] : []), ...(SESSION_DOMAIN ? [`*.${SESSION_DOMAIN}`] : [])];
}

async function certificate() {
  const { values, positionals } = parseArgs({
    options: { folder: { type: 'string' }, force: { type: 'boolean' } },
    allowPositionals: true,
  });
  const hosts = [...new Set([...positionals, ...hostsOf(readSettings())])];
  const names = alternativeNames(hosts.length > 0 ? hosts : ['localhost', '127.0.0.1', '::1']);
  if (!which('openssl')) throw new Hint('openssl is missing. On Debian, as root: apt-get install openssl');
  const folder = values.folder ? resolve(process.env.INIT_CWD ?? process.cwd(), values.folder) : at('certs');
  const [cert, key] = ['cert.pem', 'key.pem'].map((name) => join(folder, name));
  if (!values.force && (existsSync(cert) || existsSync(key))) {
    throw new Hint(`${shown(folder)} already has a certificate or key. Replace it with --force.`);
  }
  mkdirSync(folder, { recursive: true });
  // A gateway that starts meanwhile finds both files or none that is new.
  const fresh = mkdtempSync(join(folder, '.new-'));
  try {
    const extensions = [
      `subjectAltName=${names.join(',')}`,
      'basicConstraints=critical,CA:FALSE',
      'extendedKeyUsage=serverAuth',
    ].flatMap((extension) => ['-addext', extension]);
    const made = [
      '-newkey',
      'ec',
      '-pkeyopt',
      'ec_paramgen_curve:prime256v1',
      '-nodes',
      '-sha256',
      '-days',
      String(DAYS),
    ];
    const files = ['-keyout', join(fresh, 'key.pem'), '-out', join(fresh, 'cert.pem')];
    await run('openssl', ['req', '-x509', '-subj', '/CN=Jarvis', ...made, ...extensions, ...files]);
    chmodSync(join(fresh, 'key.pem'), 0o600);
    renameSync(join(fresh, 'key.pem'), key);
    renameSync(join(fresh, 'cert.pem'), cert);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  const { fingerprint256, validTo } = new X509Certificate(readFileSync(cert));
  say(`${shown(cert)} and ${shown(key)}: ${names.join(', ')}, until ${validTo}
SHA-256 fingerprint, by which people recognise it: ${fingerprint256}`);
}

await main(certificate);
