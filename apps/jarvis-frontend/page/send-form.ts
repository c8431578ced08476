import { formatCount, formatLength } from './format';
import type { Choice, Pace } from './types';

export type Amount = 'count' | 'duration' | 'continuous';

/** What the form holds: texts as they were typed. */
export interface SendForm {
  readonly amount: Amount;
  readonly count: string;
  readonly minutes: string;
  readonly rate: string;
  readonly pace: Pace;
  /** Into how many minutes a compressed timeline is put. */
  readonly lasts: string;
  /** Noise for each event of the scenario. */
  readonly noise: string;
  readonly seed: string;
}

export const startForm = (choice: Choice | undefined): SendForm => ({
  amount: 'count',
  count: !choice || choice.kind === 'product' ? '100' : String(choice.item.default_count),
  minutes: '5',
  rate: '',
  pace: !choice || choice.kind === 'product' || choice.item.lasts_s === null ? 'rate' : 'backdated',
  lasts: '10',
  noise: '0',
  seed: '',
});

const number = (text: string): number | undefined => (text.trim() === '' ? undefined : Number(text));
const seconds = (minutes: string): number | undefined => {
  const given = number(minutes);
  return given === undefined ? undefined : Math.round(given * 60);
};

/** What a source is called in a request. */
export const sourceOf = ({ kind, item }: Choice): Readonly<Record<string, string>> => ({ [`${kind}_id`]: item.id });

/** Noise as a request has it. */
export const noiseOf = ({ noise }: SendForm): { per_event: number } | null =>
  Number(noise) > 0 ? { per_event: Number(noise) } : null;

/** The body of `POST /sends`; what was left empty is left to the backend, or told by it. */
export function sendBody(choice: Choice, form: SendForm): object {
  const common = { ...sourceOf(choice), rate: number(form.rate) ?? null, ...(form.seed && { seed: form.seed }) };
  if (choice.kind === 'product') {
    if (form.amount === 'continuous') return { ...common, continuous: true };
    if (form.amount === 'duration') return { ...common, duration_s: seconds(form.minutes) };
    return { ...common, count: number(form.count) };
  }
  return {
    ...common,
    pace: form.pace,
    count: number(form.count),
    ...(form.pace === 'compressed' && { lasts_s: seconds(form.lasts) }),
    ...(choice.kind === 'scenario' && { noise: noiseOf(form) }),
  };
}

/** What will happen, in a sentence. */
export function foretell(choice: Choice, form: SendForm): string {
  const rate = number(form.rate);
  const speed = rate === undefined ? 'as fast as allowed' : `at ${formatCount(rate)} events per second`;
  if (choice.kind === 'product') {
    if (form.amount === 'continuous') return `Events go ${speed} until you stop them.`;
    if (form.amount === 'duration')
      return `Events go ${speed} for ${formatLength((seconds(form.minutes) ?? 0) * 1000)}.`;
    return `${formatCount(number(form.count) ?? 0)} events go ${speed}.`;
  }
  const story = number(form.count) ?? 0;
  const noise = Math.round(story * (noiseOf(form)?.per_event ?? 0));
  const events = `${formatCount(story + noise)} events${noise > 0 ? `, ${formatCount(noise)} of them background,` : ''}`;
  const length = formatLength((choice.item.lasts_s ?? 0) * 1000);
  if (form.pace === 'real') return `${events} go at their own moments, over ${length}.`;
  if (form.pace === 'compressed')
    return `${events} go within ${formatLength((seconds(form.lasts) ?? 0) * 1000)} instead of ${length}.`;
  if (form.pace === 'backdated') return `${events} go ${speed}, dated as if they had happened over the last ${length}.`;
  return `${events} go ${speed}, in their order, ${choice.item.lasts_s === null ? 'as they are' : 'dated now'}.`;
}
