import { sha256 } from '../instances/secrets';
import { fingerprint, makeOwnerToken, tokenAgain } from './owner-token';

const request = { userId: 'ada', metadata: {} };

it('is 256 random bits without an Idempotency-Key', () => {
  const tokens = Array.from({ length: 100 }, () => makeOwnerToken(request).token);
  expect(new Set(tokens).size).toBe(100);
  expect(Buffer.from(tokens[0]!, 'base64url')).toHaveLength(32);
});

it('can be made again from the key and what was stored, and not from what was stored alone', () => {
  const key = 'f0c0a1de-0000-4000-8000-000000000001';
  const { token, idempotency } = makeOwnerToken({ ...request, idempotencyKey: key });
  expect(tokenAgain(key, idempotency!.record.nonce)).toBe(token);
  expect(JSON.stringify(idempotency)).not.toContain(token);
  expect(JSON.stringify(idempotency)).not.toContain(sha256(token));
  expect(tokenAgain('another-key-of-someone', idempotency!.record.nonce)).not.toBe(token);
});

it('is kept apart by user: the same key of two users is two requests', () => {
  const key = 'f0c0a1de-0000-4000-8000-000000000001';
  const hashOf = (userId: string) => makeOwnerToken({ userId, metadata: {}, idempotencyKey: key }).idempotency!.keyHash;
  expect(hashOf('ada')).not.toBe(hashOf('bob'));
});

it('notices another request', () => {
  expect(fingerprint(request)).toBe(fingerprint({ userId: 'ada', metadata: {} }));
  expect(fingerprint(request)).not.toBe(fingerprint({ userId: 'ada', metadata: { a: 1 } }));
});
