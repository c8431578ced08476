/** A name of a colour of the theme: `var(--accent)`. */
export type SeriesColour = 'accent' | 'bad' | 'ink' | 'blue' | 'soft';

export interface Series {
  readonly label: string;
  readonly colour: SeriesColour;
  readonly shape: 'bars' | 'line' | 'dashes';
  /** One for each moment; null where there is no figure. */
  readonly values: readonly (number | null)[];
}

export interface ChartProps {
  readonly title: string;
  /** Moments in ms, the oldest first. */
  readonly at: readonly number[];
  readonly series: readonly Series[];
  /** What is shown, in ms: it may begin before the first moment. */
  readonly from: number;
  readonly to: number;
  readonly format: (value: number) => string;
  /** The scale reaches at least so far. */
  readonly top: number;
}

export interface Summary {
  readonly label: string;
  readonly newest: number | null;
  readonly least: number | null;
  readonly most: number | null;
}

/** What a chart shows, for those who do not see it. */
export const summaryOf = ({ label, values }: Series): Summary => {
  const known = values.filter((value) => value !== null);
  return {
    label,
    newest: values.at(-1) ?? null,
    least: known.length > 0 ? Math.min(...known) : null,
    most: known.length > 0 ? Math.max(...known) : null,
  };
};
