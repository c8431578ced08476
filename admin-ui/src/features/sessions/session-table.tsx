import { Paper, Table } from '@mantine/core';
import { StateWord } from '../../shared/state-word';
import { dateTime } from '../../shared/time';
import { Containers } from './containers';
import { ExpiresIn } from './expires-in';
import { RowActions, type OnAction } from './row-actions';
import type { SessionSummary } from './use-sessions';

interface Props {
  readonly sessions: readonly SessionSummary[];
  readonly onAction: OnAction;
}

export const SessionTable = ({ sessions, onAction }: Props) => (
  <Paper withBorder>
    <Table verticalSpacing="xs" highlightOnHover aria-label="Sessions">
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">Session</Table.Th>
          <Table.Th scope="col">User</Table.Th>
          <Table.Th scope="col">Status</Table.Th>
          <Table.Th scope="col">Containers</Table.Th>
          <Table.Th scope="col">Created</Table.Th>
          <Table.Th scope="col">Expires in</Table.Th>
          <Table.Th scope="col">Actions</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {sessions.map((session) => (
          <Table.Tr key={session.session_id}>
            <Table.Th scope="row" fw={400} className="mono">
              {session.session_id}
            </Table.Th>
            <Table.Td className="wrap">{session.user_id}</Table.Td>
            <Table.Td>
              <StateWord state={session.status} />
            </Table.Td>
            <Table.Td>
              <Containers states={session.containers} />
            </Table.Td>
            <Table.Td className="nowrap tabular">{dateTime(session.created_at)}</Table.Td>
            <Table.Td className="nowrap">
              <ExpiresIn at={session.expires_at} />
            </Table.Td>
            <Table.Td>
              <RowActions id={session.session_id} onAction={onAction} />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  </Paper>
);

/** The same on a narrow screen: one card a session. */
export const SessionCards = ({ sessions, onAction }: Props) => (
  <ul className="cards" aria-label="Sessions">
    {sessions.map((session) => (
      <li key={session.session_id} className="card">
        <div className="mono">{session.session_id}</div>
        <dl className="facts">
          <dt>User</dt>
          <dd>{session.user_id}</dd>
          <dt>Status</dt>
          <dd>
            <StateWord state={session.status} />
          </dd>
          <dt>Containers</dt>
          <dd>
            <Containers states={session.containers} />
          </dd>
          <dt>Created</dt>
          <dd>{dateTime(session.created_at)}</dd>
          <dt>Expires in</dt>
          <dd>
            <ExpiresIn at={session.expires_at} />
          </dd>
        </dl>
        <RowActions id={session.session_id} onAction={onAction} />
      </li>
    ))}
  </ul>
);
