import { sameHash, sha256 } from '../instances/secrets';
import type { Session } from '../sessions/session';

/** What becomes of a request for an instance; `private` is one answer for whoever shows no key that fits and for what never was. */
export type Verdict = 'open' | 'starting' | 'ended' | 'private';

/** What the verdict goes by; `hash` is of the key that opens the instance. */
export interface Subject {
  readonly hash: string;
  readonly status: Session['status'];
  readonly expiresAt: Date;
  readonly hasPorts: boolean;
}

export function verdictOn(subject: Subject | undefined, keys: readonly string[], now: Date): Verdict {
  if (subject === undefined || !keys.some((key) => sameHash(sha256(key), subject.hash))) return 'private';
  if (subject.expiresAt <= now) return 'ended';
  switch (subject.status) {
    case 'creating':
      return 'starting';
    case 'active':
      return subject.hasPorts ? 'open' : 'starting';
    case 'stopping':
    case 'ended':
    case 'failed':
      return 'ended';
  }
}
