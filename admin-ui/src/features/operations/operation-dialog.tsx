import { Alert, Button, Group, Modal, Progress, Stack, Text } from '@mantine/core';
import { NotLoaded } from '../../shared/not-loaded';
import { clock } from '../../shared/time';
import { useCopy } from '../../shared/use-copy';
import type { Dialog } from '../../shared/use-dialog';
import { failureList, operationPercent, operationResult, operationTitle, type Operation } from './operation-words';
import { useOperation } from './use-operations';

const Failures = ({ operation, onSelect }: { operation: Operation; onSelect: (ids: readonly string[]) => void }) => {
  const { copied, copy } = useCopy();
  const { failures } = operation;
  return (
    <section aria-label="What failed">
      <div className="failed-sessions" tabIndex={0} role="region" aria-label="Sessions that failed, with the reason">
        <table>
          <thead>
            <tr>
              <th scope="col">Session</th>
              <th scope="col">Why</th>
            </tr>
          </thead>
          <tbody>
            {failures.map(({ session_id, message }) => (
              <tr key={session_id}>
                <th scope="row" className="mono">
                  {session_id}
                </th>
                <td>{message}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Group mt="sm">
        <Button variant="default" onClick={() => copy(failureList(failures))}>
          {copied ? 'Copied' : 'Copy list'}
        </Button>
        <Button variant="default" onClick={() => onSelect(failures.map(({ session_id }) => session_id))}>
          Select the failed ones
        </Button>
      </Group>
    </section>
  );
};

const Outcome = ({ operation }: { operation: Operation }) => {
  if (operation.status === 'running') {
    return (
      <Text role="status" className="tabular">
        {operationResult(operation)} so far, of {operation.total}.
      </Text>
    );
  }
  return (
    <Alert color={operation.failed === 0 ? 'teal' : 'yellow'} role="status" title={`${operationResult(operation)}.`}>
      {operation.failed === 0 ? 'All of them worked.' : 'The others are done; these failed, each for its own reason.'}
    </Alert>
  );
};

interface BodyProps {
  readonly id: string;
  readonly onClose: () => void;
  readonly onSelect: (ids: readonly string[]) => void;
}

const Body = ({ id, onClose, onSelect }: BodyProps) => {
  const { data: operation, error } = useOperation(id);
  if (!operation) return <NotLoaded error={error} height={120} label="Loading the operation" />;
  const running = operation.status === 'running';
  return (
    <Stack>
      <Text size="sm" className="dim">
        {operationTitle(operation)}; begun by {operation.actor} at {clock(Date.parse(operation.started_at))}
        {operation.finished_at && `, done at ${clock(Date.parse(operation.finished_at))}`}.
      </Text>
      <Progress.Root size="lg">
        <Progress.Section
          value={operationPercent(operation)}
          color={operation.failed > 0 ? 'yellow.8' : 'teal.8'}
          aria-label="Progress"
          aria-valuetext={operationResult(operation)}
        />
      </Progress.Root>
      <Outcome operation={operation} />
      {operation.failures.length > 0 && <Failures operation={operation} onSelect={onSelect} />}
      <Group justify="flex-end">
        <Button variant={running ? 'default' : 'filled'} onClick={onClose} data-autofocus>
          {running ? 'Go on in the background' : 'Close'}
        </Button>
      </Group>
    </Stack>
  );
};

interface Props {
  readonly dialog: Dialog<string>;
  readonly onSelect: (ids: readonly string[]) => void;
}

/** An act on many sessions: how far it has come, and at the end what failed and why. It goes on when this is closed. */
export const OperationDialog = ({ dialog: { subject: id, opened, close }, onSelect }: Props) => (
  <Modal
    opened={opened}
    onClose={close}
    size="lg"
    title="Operation on many sessions"
    closeButtonProps={{ 'aria-label': 'Close' }}
  >
    {id !== null && (
      <Body
        key={id}
        id={id}
        onClose={close}
        onSelect={(ids) => {
          close();
          onSelect(ids);
        }}
      />
    )}
  </Modal>
);
