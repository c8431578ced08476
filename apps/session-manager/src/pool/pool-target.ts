/** From a time on, keep so many warm instances: `HH:MM` every day by this host's clock, or one moment as ISO 8601. */
export interface RampStep {
  readonly at: string;
  readonly keep: number;
}

/** What `pool:config` holds: only what an admin set. */
export interface StoredPool {
  /** `base` is the environment's value that it was set over; `at` is when (ms). */
  readonly target?: { readonly value: number; readonly base: number; readonly at: number };
  readonly plan?: readonly RampStep[];
}

export interface PoolTarget {
  readonly value: number;
  readonly source: 'admin' | 'environment' | 'plan';
  /** The next step of the plan, if there is one to come. */
  readonly next?: { readonly at: Date; readonly keep: number };
}

/**
 * How many warm instances to keep at `now`. The latest decision wins: a step of the plan from its time on, an admin's number from
 * when it was set, and the environment's where there is neither. An admin's number holds until the environment's that it replaced changes.
 */
export function poolTarget(
  base: number,
  stored: StoredPool,
  environmentPlan: readonly RampStep[],
  now: Date,
): PoolTarget {
  const steps = (stored.plan ?? environmentPlan).map((step) => ({ keep: step.keep, ...around(step.at, now) }));
  const past = steps
    .flatMap(({ keep, last }) => (last === undefined ? [] : [{ at: last.getTime(), keep }]))
    .toSorted((a, b) => a.at - b.at)
    .at(-1);
  const next = steps
    .flatMap(({ keep, next: at }) => (at === undefined ? [] : [{ at, keep }]))
    .toSorted((a, b) => a.at.getTime() - b.at.getTime())[0];
  const admin = stored.target?.base === base ? stored.target : undefined;
  const upcoming = next === undefined ? {} : { next };
  if (past !== undefined && past.at > (admin?.at ?? -Infinity))
    return { value: past.keep, source: 'plan', ...upcoming };
  return admin === undefined
    ? { value: base, source: 'environment', ...upcoming }
    : { value: admin.value, source: 'admin', ...upcoming };
}

/** The last time at or before `now` that a plan's time names, and the first one after it. */
function around(at: string, now: Date): { last?: Date; next?: Date } {
  const daily = /^(\d\d):(\d\d)$/.exec(at);
  if (daily === null) {
    const moment = new Date(at);
    return moment <= now ? { last: moment } : { next: moment };
  }
  const today = new Date(now);
  today.setHours(Number(daily[1]), Number(daily[2]), 0, 0);
  const other = new Date(today);
  other.setDate(today.getDate() + (today <= now ? 1 : -1));
  return today <= now ? { last: today, next: other } : { last: other, next: today };
}
