import { duration } from '../../../shared/time';
import type { MessageList } from './use-messages';

export const MOST_CHARACTERS = 500;

/** For how long a message may stand, in minutes; null until it is taken back. */
export const DURATIONS = [
  { label: '15 min', minutes: 15 },
  { label: '1 hour', minutes: 60 },
  { label: '4 hours', minutes: 240 },
  { label: 'Until taken back', minutes: null },
] as const;

/** How much of the text is used; characters as the server counts them. */
export const counterWords = (text: string): string => `${text.length} of ${MOST_CHARACTERS}`;

export const textError = (text: string): string | undefined => {
  if (text.trim() === '') return 'Say something';
  return text.length > MOST_CHARACTERS ? `At most ${MOST_CHARACTERS} characters` : undefined;
};

/** When a message goes by itself. */
export const endWords = (endsAt: string | null, now: number): string =>
  endsAt === null ? 'until it is taken back' : `for another ${duration(Date.parse(endsAt) - now)}`;

/** How far the messages have come. */
export const reachWords = ({ active, applied }: Pick<MessageList, 'active' | 'applied'>): string => {
  if (active === 0) return 'On the landing page; no instance is running.';
  if (applied < active) return `On the landing page, and in ${applied} of ${active} running instances so far.`;
  return active === 1
    ? 'On the landing page, and in the running instance.'
    : `On the landing page, and in all ${active} running instances.`;
};
