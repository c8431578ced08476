/** What of a text belongs to a number in the making: `1,000 h` is `1000`, `-.` stays what it is. */
export const numberText = (text: string): string => {
  const [whole = '', ...decimals] = text.replace(/[^\d.-]/g, '').split('.');
  const digits = [whole, ...decimals].map((part) => part.replaceAll('-', ''));
  const sign = whole.startsWith('-') ? '-' : '';
  return decimals.length === 0 ? `${sign}${digits[0]}` : `${sign}${digits[0]}.${digits.slice(1).join('')}`;
};

/** The number that a text is, or `''` while it is none. */
export const numberIn = (text: string): number | '' => {
  const value = Number.parseFloat(text);
  return Number.isFinite(value) ? value : '';
};

const STEPS: Partial<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };

/** What an arrow key makes of a number, without the dust of adding fractions; any other key makes nothing of it. */
export const stepped = (key: string, value: number | ''): number | undefined => {
  const step = STEPS[key];
  if (step === undefined) return undefined;
  return value === '' ? 0 : Number((value + step).toFixed(6));
};
