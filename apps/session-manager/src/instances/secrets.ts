import { createHmac, hash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, in hex. */
export const makeApiKey = (): string => randomBytes(32).toString('hex');

/** The attendee's key to an instance, which its servers derive in the same way: see `docs/instance.md`. */
export const accessToken = (apiKey: string): string =>
  createHmac('sha256', apiKey).update('jarvis access').digest('base64url');

/** SHA-256, in hex: what is kept of a secret that only has to be recognised. */
export const sha256 = (text: string): string => hash('sha256', text);

/** By which a request is recognised that shows the attendee's key. */
export const accessHash = (apiKey: string): string => sha256(accessToken(apiKey));

/** Compares two hashes of one length in constant time. */
export const sameHash = (a: string, b: string): boolean =>
  a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
