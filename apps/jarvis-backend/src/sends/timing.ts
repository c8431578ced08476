import type { Playlist } from '../events/playlist';
import type { Plan, Send } from './send.types';

/** When the events of a send go out, and the time that they carry. */
export interface Timing {
  /** In ms of the run; `undefined` where only the rate decides. */
  readonly due: ((index: number) => number) | undefined;
  time(index: number): Date;
}

/** The moment at which a timeline of `length` ms begins, in ms since 1970. */
export function beginningOf(baseTime: string | null, { pace, ends_at, begun_at }: Plan, length: number): number {
  if (baseTime !== null) return Date.parse(baseTime);
  return pace === 'backdated' ? Date.parse(ends_at ?? begun_at) - length : Date.parse(begun_at);
}

type Facts = Pick<Send, 'base_time' | 'rate' | 'plan'>;

/**
 * By `plan.pace`: `rate` sends as the rate allows, `real` at the timeline's moments, `compressed` the same within `lasts_s`; all three
 * with the moment of sending as the time, unless `rate` has a base time, from which events are spaced by the rate (one a second without one).
 * `backdated` sends as the rate allows, with the timeline's times: from the base time on, or so that the timeline ends at `ends_at`.
 */
export function timingOf({ timeline }: Playlist, { base_time, rate, plan }: Facts): Timing {
  const now = (): Date => new Date();
  if (timeline && plan.pace === 'real') return { due: timeline.offset, time: now };
  if (timeline && plan.pace === 'compressed') {
    const factor = timeline.length === 0 ? 0 : ((plan.lasts_s ?? 0) * 1000) / timeline.length;
    return { due: (index) => timeline.offset(index) * factor, time: now };
  }
  if (timeline && plan.pace === 'backdated') {
    const start = beginningOf(base_time, plan, timeline.length);
    return { due: undefined, time: (index) => new Date(start + timeline.offset(index)) };
  }
  if (base_time === null) return { due: undefined, time: now };
  const base = Date.parse(base_time);
  return { due: undefined, time: (index) => new Date(base + Math.round((index * 1000) / (rate ?? 1))) };
}
