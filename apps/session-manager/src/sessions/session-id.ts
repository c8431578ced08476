import { randomBytes } from 'node:crypto';

/** `jarvis-{session_id}-frontend` has to fit a DNS label of 63 characters: 7 + 38 + 1 + 8 + 9. */
const SLUG_LENGTH = 38;

/** The part of a session's id that people recognise: small letters, digits and single hyphens, never empty. */
export const slugOf = (userId: string): string =>
  userId
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-/, '')
    .slice(0, SLUG_LENGTH)
    .replace(/-$/, '') || 'user';

/** 8 hex digits, common to an instance, its session, containers and volume. */
export const makeInstanceId = (): string => randomBytes(4).toString('hex');

export const sessionIdOf = (userId: string, instanceId: string): string => `${slugOf(userId)}-${instanceId}`;

/** The instance of a session, by the session's id. */
export const instanceIdOf = (sessionId: string): string => sessionId.slice(-8);
