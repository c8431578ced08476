import type { ExecutionContext } from '@nestjs/common';
import { sha256 } from '../instances/secrets';
import type { SessionAccessGuard } from '../sessions/session-access.guard';
import type { SessionsRepository } from '../sessions/sessions.repository';
import { RotationAccessGuard } from './rotation-access.guard';
import type { RotationRepository } from './rotation.repository';

const session = { sessionId: 'ada-1f2e3d4c', tokenHash: sha256('new-token') };
const guard = new RotationAccessGuard(
  { canActivate: () => Promise.resolve(false) } as unknown as SessionAccessGuard,
  { find: () => Promise.resolve(session) } as unknown as SessionsRepository,
  {
    earlier: (_: string, key: string) => Promise.resolve(key === 'its key' ? { from: sha256('old-token') } : undefined),
  } as unknown as RotationRepository,
);

const asked = async (token: string, key?: string) => {
  const request = {
    params: { id: session.sessionId },
    headers: { authorization: `Bearer ${token}`, ...(key !== undefined && { 'idempotency-key': key }) },
  };
  const context = { switchToHttp: () => ({ getRequest: () => request }) } as unknown as ExecutionContext;
  return { isIn: await guard.canActivate(context), request };
};

it('lets the exchanged token in with its Idempotency-Key, as the token that it is and not as the one that holds', async () => {
  const { isIn, request } = await asked('old-token', 'its key');
  expect(isIn).toBe(true);
  expect(request).toMatchObject({ ownsSession: true, session: { tokenHash: sha256('old-token') } });
});

it.each([
  ['the exchanged token alone', 'old-token', undefined],
  ['the exchanged token with another key', 'old-token', 'another key'],
  ['another token with the key', 'another-token', 'its key'],
])('leaves %s to what is asked of everybody', async (_, token, key) => {
  expect((await asked(token, key)).isIn).toBe(false);
});
