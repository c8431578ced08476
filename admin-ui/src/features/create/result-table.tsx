import { Button, ScrollArea, Table } from '@mantine/core';
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
      <ScrollArea.Autosize mah="30rem" type="auto" viewportProps={{ tabIndex: 0 }} aria-label="Links">
        <Table stickyHeader aria-label="Links" className="as-cards">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>For whom</Table.Th>
              <Table.Th>Link</Table.Th>
              <Table.Th>State</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {shown.map((entry) => (
              <Table.Tr key={entry.link}>
                <Table.Td className="wrap strong">{entry.user_id}</Table.Td>
                <Table.Td>
                  <span className="link-cell">
                    <span className="mono link-text" title={entry.link}>
                      {entry.link}
                    </span>
                    <CopyLink entry={entry} onCopied={() => onCopied(entry)} />
                  </span>
                </Table.Td>
                <Table.Td>
                  <EntryState entry={entry} state={states.get(entry.session_id ?? '')} />
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </ScrollArea.Autosize>
      {more}
    </>
  );
};
