import type { Playlist } from '../events/playlist';
import type { Send } from './send.types';

/** When the events of a send go out, and the time that they carry. */
export interface Timing {
  /** In ms of the run; `undefined` where only the rate decides. */
  readonly due: ((index: number) => number) | undefined;
  time(index: number): Date;
}

type Facts = Pick<Send, 'base_time' | 'rate' | 'plan'>;

/**
 * By `plan.pace`: `rate` sends as the rate allows, `real` at the timeline's moments, `compressed` the same within `lasts_s`; all three
 * with the moment of sending as the time, unless `rate` has a base time, from which events are spaced by the rate (one a second without one).
 * `backdated` sends as the rate allows, with the timeline's times: from the base time on, or so that the timeline ends at `ends_at`.
 */
export function timingOf({ timeline }: Playlist, { base_time, rate, plan }: Facts): Timing {
  const now = (): Date => new Date();
  const base = base_time === null ? undefined : Date.parse(base_time);
  if (timeline && plan.pace === 'real') return { due: timeline.offset, time: now };
  if (timeline && plan.pace === 'compressed') {
    const factor = timeline.length === 0 ? 0 : ((plan.lasts_s ?? 0) * 1000) / timeline.length;
    return { due: (index) => timeline.offset(index) * factor, time: now };
  }
  if (timeline && plan.pace === 'backdated') {
    const start = base ?? Date.parse(plan.ends_at ?? plan.begun_at) - timeline.length;
    return { due: undefined, time: (index) => new Date(start + timeline.offset(index)) };
  }
  if (base === undefined) return { due: undefined, time: now };
  return { due: undefined, time: (index) => new Date(base + Math.round((index * 1000) / (rate ?? 1))) };
}
