import type { EventOf } from '@jarvis/client';

export type LogLine = EventOf<'followSessionLogs'>;

/** A line with its number since the page began to follow. */
export interface NumberedLine extends LogLine {
  readonly number: number;
}

/** So many lines are kept; older ones are in the download. */
export const MOST_LINES = 5_000;

/** The lines with further ones after them; the oldest go when there are too many. */
export const withMore = (
  lines: readonly NumberedLine[],
  more: readonly LogLine[],
  most = MOST_LINES,
): readonly NumberedLine[] => {
  if (more.length === 0) return lines;
  const next = (lines.at(-1)?.number ?? 0) + 1;
  return [...lines, ...more.map((line, index) => ({ ...line, number: next + index }))].slice(-most);
};

/** The lines that contain the words, whatever their case; all of them without words. */
export const linesWith = (lines: readonly NumberedLine[], words: string): readonly NumberedLine[] => {
  const wanted = words.trim().toLowerCase();
  return wanted === '' ? lines : lines.filter(({ text }) => text.toLowerCase().includes(wanted));
};
