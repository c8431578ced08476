/** How long nobody must have claimed before the pool is refilled: claims that come in a burst are not held up by starts. */
const QUIET_MS = 400;
/** Claims that never pause hold the refill up no longer than this. */
const PATIENCE_MS = 3_000;

export interface RefillState {
  /** Attendees' starts that wait or are under way. */
  readonly userLaunches: number;
  /** What is left of the pause after failures; negative when it is over. */
  readonly backoffMs: number;
  readonly sinceLastClaimMs: number;
  /** Since the first claim of the burst. */
  readonly sinceFirstClaimMs: number;
}

/** Whether a warm instance may be started now: never ahead of attendees. */
export const mayRefill = ({ userLaunches, backoffMs, sinceLastClaimMs, sinceFirstClaimMs }: RefillState): boolean =>
  userLaunches === 0 && backoffMs <= 0 && (sinceLastClaimMs >= QUIET_MS || sinceFirstClaimMs >= PATIENCE_MS);
