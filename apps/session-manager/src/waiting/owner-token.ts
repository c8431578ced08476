import { createHmac, randomBytes } from 'node:crypto';
import { sha256 } from '../instances/secrets';
import type { Idempotency } from '../sessions/admissions.repository';

/** The owner's token of a new session, and what a repetition of its request needs to get the same one. */
export interface OwnerToken {
  readonly token: string;
  readonly idempotency?: Idempotency;
}

/**
 * 256 bits. With an Idempotency-Key the token is an HMAC under that key of a random nonce: Redis keeps the nonce, the client
 * has the key, and only both together make the token again.
 */
export function makeOwnerToken(request: {
  readonly userId: string;
  readonly metadata: object;
  readonly idempotencyKey?: string;
}): OwnerToken {
  const { idempotencyKey: key } = request;
  if (key === undefined) return { token: randomBytes(32).toString('base64url') };
  const nonce = randomBytes(32).toString('base64url');
  return {
    token: tokenAgain(key, nonce),
    idempotency: {
      keyHash: sha256(`${request.userId}\0${key}`),
      record: { nonce, fingerprint: fingerprint(request) },
    },
  };
}

export const tokenAgain = (key: string, nonce: string): string =>
  createHmac('sha256', key).update(nonce).digest('base64url');

export const fingerprint = ({ userId, metadata }: { userId: string; metadata: object }): string =>
  sha256(JSON.stringify([userId, metadata]));
