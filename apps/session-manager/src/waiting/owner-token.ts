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
export function makeToken(key: string | undefined): { readonly token: string; readonly nonce?: string } {
  const random = randomBytes(32).toString('base64url');
  return key === undefined ? { token: random } : { token: tokenAgain(key, random), nonce: random };
}

/** The token of a new session. */
export function makeOwnerToken(request: {
  readonly userId: string;
  readonly metadata: object;
  readonly idempotencyKey?: string;
}): OwnerToken {
  const { idempotencyKey: key } = request;
  const { token, nonce } = makeToken(key);
  if (nonce === undefined) return { token };
  return {
    token,
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
