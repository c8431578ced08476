export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint: string;
}

const SHOWN_MAX = 100;

/** The options that have all the words in what is told of them; those whose name begins with them go first. */
export function optionsShown(options: readonly Option[], typed: string): Option[] {
  const words = typed.toLowerCase().split(/\s+/);
  const start = typed.trim().toLowerCase();
  const begins = ({ label }: Option): number => (label.toLowerCase().startsWith(start) ? 0 : 1);
  return options
    .filter(({ label, hint }) => words.every((word) => `${label} ${hint}`.toLowerCase().includes(word)))
    .toSorted((a, b) => begins(a) - begins(b))
    .slice(0, SHOWN_MAX);
}
