import { Alert, Progress } from '@mantine/core';
import { messageOf } from '@jarvis/client';
import { EmptyState } from '../../shared/empty-state';
import { useMore } from '../../shared/use-more';
import { checkWords } from './check-words';
import type { BadRow, RosterCheck } from './use-roster';

const metadataWords = (metadata: Record<string, string>): string =>
  Object.entries(metadata)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ');

export const BadRows = ({ rows, title }: { rows: readonly BadRow[]; title: string }) => {
  const { shown, more } = useMore(rows);
  return (
    <Alert color="red" title={title}>
      <ul className="bad-rows">
        {shown.map(({ line, field, message }) => (
          <li key={`${line} ${field} ${message}`}>
            <strong>Line {line}:</strong> {message}
          </li>
        ))}
      </ul>
      {more}
    </Alert>
  );
};

const Rows = ({ rows }: Pick<RosterCheck, 'rows'>) => {
  const { shown, more } = useMore(rows);
  return (
    <>
      <div className="scrolled" role="group" aria-label="Understood rows" tabIndex={0}>
        <table aria-label="Understood rows" className="table">
          <thead>
            <tr>
              <th>Line</th>
              <th>User</th>
              <th>Hours</th>
              <th>Sessions</th>
              <th>Details</th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ line, user_id: user, hours, count, metadata }) => (
              <tr key={line}>
                <td className="dim tabular">{line}</td>
                <td className="wrap">{user}</td>
                <td className="tabular">{hours ?? <span className="dim">as set</span>}</td>
                <td className="tabular">{count}</td>
                <td className="wrap dim">{metadataWords(metadata)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
};

interface Props {
  readonly check: RosterCheck | undefined;
  readonly error: unknown;
  /** Whether the answer is of an earlier text. */
  readonly behind: boolean;
}

/** How the server understands the roster, while it is being written. */
export const RosterPreview = ({ check, error, behind }: Props) => {
  if (error) {
    return (
      <Alert color="red" role="alert" title="The roster could not be checked">
        {messageOf(error)}
      </Alert>
    );
  }
  if (!check) {
    return (
      <EmptyState title={behind ? 'Checking…' : 'Nothing to check yet'}>
        Each row is checked while you write. Nothing is made until you say so.
      </EmptyState>
    );
  }
  const words = checkWords(check);
  const share = check.available > 0 ? Math.min(100, (check.sessions / check.available) * 100) : 100;
  return (
    <div className="stack-sm" aria-busy={behind}>
      <div role="status">
        <p className="headline">{words.rows}</p>
        <p className="dim">{words.needs}</p>
      </div>
      <Progress value={check.sessions === 0 ? 0 : share} color={words.over ? 'red' : 'teal'} size="sm" aria-hidden />
      {words.over && <Alert color="yellow">{words.over}</Alert>}
      {check.bad_rows.length > 0 && <BadRows rows={check.bad_rows} title="Rows that cannot be used" />}
      {check.rows.length > 0 && <Rows rows={check.rows} />}
    </div>
  );
};
