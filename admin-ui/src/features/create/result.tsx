import { Alert, Button, Title } from '@mantine/core';
import { useEffect, useRef } from 'react';
import { saveCsv } from '../../shared/save-file';
import { useCopy } from '../../shared/use-copy';
import { linkLines, linksFile } from './links-file';
import { ResultTable } from './result-table';
import { resultWords } from './result-words';
import { BadRows } from './roster-preview';
import type { RosterEntry, RosterResult } from './use-roster';

interface Props {
  readonly result: RosterResult;
  readonly onCopied: (entries: readonly RosterEntry[]) => void;
  readonly onDismiss: () => void;
  /** Takes the refused rows to the editor; absent where they do not come from one. */
  readonly onCorrect?: (() => void) | undefined;
}

/** What was made, with its links. They cannot be shown again. */
export const Result = ({ result, onCopied, onDismiss, onCorrect }: Props) => {
  const { entries, refused } = result;
  const { copied, copy } = useCopy(() => onCopied(entries));
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [result]);
  const download = () => {
    saveCsv('jarvis-links.csv', linksFile(entries));
    onCopied(entries);
  };
  return (
    <section aria-label="Result" className="card roomy">
      <div className="card-head">
        <Title order={2} size="h3" ref={heading} tabIndex={-1}>
          {resultWords(result)}
        </Title>
        <div className="page-actions">
          {entries.length > 1 && (
            <Button variant="default" onClick={() => copy(linkLines(entries))}>
              {copied ? 'Copied' : 'Copy all links'}
            </Button>
          )}
          {entries.length > 0 && (
            <Button variant="default" onClick={download}>
              Download as CSV
            </Button>
          )}
          <Button variant="subtle" onClick={onDismiss}>
            Put away
          </Button>
        </div>
      </div>
      {entries.length > 0 && (
        <>
          <Alert color="yellow">
            {entries.length === 1 ? 'This link is' : 'These links are'} shown once. Whoever has a link opens its
            session: send each to nobody but the person it is for.
          </Alert>
          <ResultTable entries={entries} onCopied={(entry) => onCopied([entry])} />
        </>
      )}
      {refused.length > 0 && (
        <>
          <BadRows rows={refused} title="Refused rows: nothing was made of them" />
          {onCorrect && (
            <div>
              <Button variant="default" onClick={onCorrect}>
                Put refused rows back into the editor
              </Button>
            </div>
          )}
        </>
      )}
    </section>
  );
};
