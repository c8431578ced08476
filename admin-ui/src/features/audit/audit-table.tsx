import { useState } from 'react';
import { Link } from 'wouter';
import { fullTime } from '../../shared/time';
import { actWords, detailWords, sessionOf } from './audit-words';
import type { AuditEntry } from './use-audit';

const What = ({ entry }: { entry: AuditEntry }) => {
  const session = sessionOf(entry);
  return (
    <>
      <span>{actWords(entry)}</span>{' '}
      {session && (
        <Link href={`/sessions/${session}`} className="mono">
          {session}
        </Link>
      )}
      {detailWords(entry).map((words) => (
        <p key={words} className="change dim">
          {words}
        </p>
      ))}
    </>
  );
};

/** Entries that came since the table is shown are marked for a moment. */
export const AuditTable = ({ entries }: { entries: readonly AuditEntry[] }) => {
  const [seen] = useState(() => new Set(entries.map(({ id }) => id)));
  return (
    <table aria-label="Audit log" className="table as-cards">
      <thead>
        <tr>
          <th>When</th>
          <th>Who</th>
          <th>What</th>
          <th>From</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={entry.id} data-fresh={!seen.has(entry.id) || undefined}>
            <td className="tabular nowrap">
              <time dateTime={entry.at}>{fullTime(entry.at)}</time>
            </td>
            <td className="strong wrap">{entry.actor}</td>
            <td className="wrap">
              <What entry={entry} />
            </td>
            <td className="mono dim">{entry.address}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
