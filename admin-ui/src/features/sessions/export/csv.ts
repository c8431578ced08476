/** What a spreadsheet would take for a formula gets an apostrophe before it, so that it is shown and never run. */
const harmless = (text: string): string => (/^\s*[=+\-@]/.test(text) || /^[\t\r]/.test(text) ? `'${text}` : text);

const cell = (value: string | number | boolean | null): string => {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = harmless(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
};

export type Row = readonly (string | number | boolean | null)[];

/** A table as CSV (RFC 4180). */
export const toCsv = (head: readonly string[], rows: readonly Row[]): string =>
  [head, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
