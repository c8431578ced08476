import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Authority {
  /** PEM. */
  readonly ca: string;
  readonly caFile: string;
  /** Signs a certificate for names and addresses as openssl writes them, such as `IP:127.0.0.1`. */
  sign(name: string, subjectAltName: string): { readonly certFile: string; readonly keyFile: string };
}

const DAYS = '2';

/** A private authority in a folder, made by openssl. */
export function authority(folder: string, name = 'ca'): Authority {
  const at = (file: string): string => join(folder, file);
  const [caFile, caKey] = [at(`${name}.pem`), at(`${name}.key`)];
  const ec = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  openssl(['req', '-x509', ...ec, '-keyout', caKey, '-out', caFile, '-days', DAYS, '-subj', `/CN=Test ${name}`]);
  return {
    ca: readFileSync(caFile, 'utf8'),
    caFile,
    sign(host, subjectAltName) {
      const [certFile, keyFile, request, extra] = [at(`${host}.pem`), at(`${host}.key`), at('csr'), at('ext')];
      writeFileSync(extra, `subjectAltName=${subjectAltName}\n`);
      openssl(['req', ...ec, '-keyout', keyFile, '-out', request, '-subj', `/CN=${host}`]);
      const signed = ['-CA', caFile, '-CAkey', caKey, '-CAcreateserial', '-extfile', extra];
      openssl(['x509', '-req', '-in', request, ...signed, '-out', certFile, '-days', DAYS]);
      return { certFile, keyFile };
    },
  };
}

function openssl(args: readonly string[]): void {
  const { status, stderr } = spawnSync('openssl', args, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`openssl ${args[0]}: ${stderr}`);
}
