type Reason = 'deleted' | 'terminated' | 'expired' | 'failed' | 'lost';

const WORDS: Record<Reason, string> = {
  deleted: 'Its attendee ended it.',
  terminated: 'An organiser ended it.',
  expired: 'Its time ran out.',
  failed: 'It could not be started.',
  lost: 'Its instance vanished: somebody removed its containers.',
};

/** The session has ended, and why, in words for organisers. */
export class SessionOver extends Error {
  override name = 'SessionOver';
}

const reasonOf = (problem: unknown): unknown =>
  typeof problem === 'object' && problem !== null && 'reason' in problem ? problem.reason : undefined;

/** The end that an answer tells of; undefined while the session goes on. */
export const endOf = (status: number, problem: unknown): SessionOver | undefined => {
  if (status === 404) return new SessionOver('There is no such session. It may have ended long ago.');
  if (status !== 410) return undefined;
  const reason = reasonOf(problem);
  return new SessionOver(WORDS[reason as Reason] ?? 'It has ended.');
};
