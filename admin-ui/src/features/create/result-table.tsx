import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { StateWord } from '../../shared/state-word';
import { dateTime } from '../../shared/time';
import { useCopy } from '../../shared/use-copy';
import { useMore } from '../../shared/use-more';
import { useSessions } from '../sessions/use-sessions';
import type { RosterEntry } from './use-roster';

const CopyLink = ({ entry, onCopied }: { entry: RosterEntry; onCopied: () => void }) => {
  const { copied, copy } = useCopy(onCopied);
  return (
    <Button
      variant="default"
      size="compact-sm"
      aria-label={`${copied ? 'Copied' : 'Copy link'} for ${entry.user_id}`}
      onClick={() => copy(entry.link)}
    >
      {copied ? 'Copied' : 'Copy link'}
    </Button>
  );
};

/** What has become of it: the session's state as it is now, or the place that is kept. */
const EntryState = ({ entry, state }: { entry: RosterEntry; state: string | undefined }) => {
  if (entry.session_id === null) return <span className="dim">kept until {dateTime(entry.expires_at)}</span>;
  return (
    <>
      <StateWord state={state ?? 'starting'} />{' '}
      <Link href={`/sessions/${entry.session_id}`} className="small">
        Details<span className="hidden-word"> of {entry.session_id}</span>
      </Link>
    </>
  );
};

interface Props {
  readonly entries: readonly RosterEntry[];
  readonly onCopied: (entry: RosterEntry) => void;
}

export const ResultTable = ({ entries, onCopied }: Props) => {
  const { data } = useSessions();
  const states = new Map(data?.sessions.map(({ session_id: id, status }) => [id, status]));
  const { shown, more } = useMore(entries);
  return (
    <>
      <div className="scrolled" role="group" aria-label="Links" tabIndex={0}>
        <table aria-label="Links" className="table as-cards">
          <thead>
            <tr>
              <th>For whom</th>
              <th>Link</th>
              <th>State</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((entry) => (
              <tr key={entry.link}>
                <td className="wrap strong">{entry.user_id}</td>
                <td>
                  <span className="link-cell">
                    <span className="mono link-text" title={entry.link}>
                      {entry.link}
                    </span>
                    <CopyLink entry={entry} onCopied={() => onCopied(entry)} />
                  </span>
                </td>
                <td>
                  <EntryState entry={entry} state={states.get(entry.session_id ?? '')} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
};
