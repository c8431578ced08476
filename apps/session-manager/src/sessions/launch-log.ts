import type { LaunchFailure } from './launch-error';
import type { Session } from './session';

/** So many launches are on record, and for so long after the last one. */
export const LAUNCHES_KEPT = 10_000;
export const LAUNCHES_KEPT_SECONDS = 86_400;

/** What became of a launch. */
export type LaunchOutcome =
  { readonly how: 'warm' | 'cold' } | ({ readonly how: 'failed' } & Pick<LaunchFailure, 'code' | 'words'>);

/** The entry of a launch in the organisers' log, as names and values one after the other. */
export const launchEntry = (
  { sessionId, userId, createdAt }: Session,
  outcome: LaunchOutcome,
  endedAt: Date,
): string[] => {
  const entry = {
    session: sessionId,
    user: userId,
    ms: String(endedAt.getTime() - createdAt.getTime()),
    how: outcome.how,
    ...(outcome.how === 'failed' && { code: outcome.code, message: outcome.words }),
  };
  return Object.entries(entry).flat();
};
