import { X509Certificate } from 'node:crypto';

const BLOCK = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g;

/** Whether a text is certificates in PEM form, with nothing but white space between them. */
export function areCertificates(text: string): boolean {
  const blocks = text.match(BLOCK);
  if (!blocks || text.replaceAll(BLOCK, '').trim() !== '') return false;
  try {
    return blocks.every((block) => new X509Certificate(block).subject !== undefined);
  } catch {
    return false;
  }
}
