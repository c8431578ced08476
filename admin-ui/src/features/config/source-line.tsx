import { Button } from '@mantine/core';
import type { Config } from './use-config';

type Source = Config['sources'][keyof Config['sources']];

const WORDS: Record<Source, string> = {
  environment: 'From the environment',
  default: 'Default',
  admin: 'Set here',
};

interface Props {
  readonly source: Source;
  /** What holds without organisers, in words. */
  readonly base: string;
  /** What is set, for those who do not see where the line stands. */
  readonly label: string;
  readonly pending: boolean;
  readonly onReset: () => void;
}

/** Where a value comes from, and the way back to what holds without organisers. */
export const SourceLine = ({ source, base, label, pending, onReset }: Props) => (
  <p className="source">
    <span className="source-word" data-source={source}>
      {WORDS[source]}
    </span>
    {source === 'admin' && (
      <Button
        variant="subtle"
        size="compact-sm"
        loading={pending}
        aria-label={`Back to ${base} (environment): ${label}`}
        onClick={onReset}
      >
        Back to {base} (environment)
      </Button>
    )}
  </p>
);
