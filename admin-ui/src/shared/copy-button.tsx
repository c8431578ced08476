import { UnstyledButton } from '@mantine/core';
import { useCopy } from './use-copy';

interface Props {
  readonly text: string;
  /** What is copied: `the session's id`. */
  readonly what: string;
  readonly tabIndex?: number;
}

/** A small button beside a text; says for a moment that it is copied. */
export const CopyButton = ({ text, what, tabIndex }: Props) => {
  const { copied, copy } = useCopy();
  return (
    <UnstyledButton
      className="copy"
      aria-label={copied ? 'Copied' : `Copy ${what}`}
      title={copied ? 'Copied' : `Copy ${what}`}
      data-copied={copied || undefined}
      tabIndex={tabIndex}
      onClick={() => copy(text)}
    >
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
        <path d={copied ? 'M5 12.5l4.500 4.500L19 7.500' : 'M9 9h10v11H9zM5 15V4h10'} />
      </svg>
    </UnstyledButton>
  );
};
