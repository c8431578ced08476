import type { Pool } from './use-pool';

type Step = Pool['plan'][number];

/** A step while it is edited; the number is empty while it is typed. `id` keeps its row. */
export interface DraftStep {
  readonly id: number;
  readonly at: string;
  readonly keep: number | '';
}

export interface StepErrors {
  readonly at?: string;
  readonly keep?: string;
}

const MOST = 100_000;

const isDaily = (at: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(at);
const isMoment = (at: string): boolean =>
  /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)$/.test(at) && !Number.isNaN(Date.parse(at));

export const draftOf = (plan: readonly Step[]): DraftStep[] => plan.map(({ at, keep }, id) => ({ id, at, keep }));

/** What is wrong with each step, in their order. */
export const planErrors = (draft: readonly DraftStep[]): StepErrors[] =>
  draft.map(({ at, keep }) => ({
    ...(isDaily(at) || isMoment(at) ? {} : { at: 'A time such as 08:45, or 2026-05-04T08:45:00Z' }),
    ...(keep !== '' && Number.isInteger(keep) && keep >= 0 && keep <= MOST
      ? {}
      : { keep: `A whole number from 0 to ${MOST}` }),
  }));

/** The plan to send, or null while something is wrong with it. */
export const planOf = (draft: readonly DraftStep[]): Step[] | null =>
  planErrors(draft).every((errors) => Object.keys(errors).length === 0)
    ? draft.map(({ at, keep }) => ({ at, keep: Number(keep) }))
    : null;

export const isSamePlan = (plan: readonly Step[], draft: readonly DraftStep[]): boolean =>
  JSON.stringify(plan.map(({ at, keep }) => [at, keep])) === JSON.stringify(draft.map(({ at, keep }) => [at, keep]));
