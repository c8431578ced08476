import { Table } from '@mantine/core';
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
    <Table aria-label="Audit log" className="as-cards">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>When</Table.Th>
          <Table.Th>Who</Table.Th>
          <Table.Th>What</Table.Th>
          <Table.Th>From</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <Table.Tr key={entry.id} data-fresh={!seen.has(entry.id) || undefined}>
            <Table.Td className="tabular nowrap">
              <time dateTime={entry.at}>{fullTime(entry.at)}</time>
            </Table.Td>
            <Table.Td className="strong wrap">{entry.actor}</Table.Td>
            <Table.Td className="wrap">
              <What entry={entry} />
            </Table.Td>
            <Table.Td className="mono dim">{entry.address}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
