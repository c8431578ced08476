import { ApiProblem, messageOf } from '@jarvis/client';
import { Alert, Button, Drawer, Group, Skeleton, Stack, Title } from '@mantine/core';
import { StateWord } from '../../shared/state-word';
import { dateTime } from '../../shared/time';
import type { Dialog } from '../../shared/use-dialog';
import { Containers } from './containers';
import { ExpiresIn } from './expires-in';
import type { OnAction } from './row-actions';
import { SessionFeaturesForm } from './session-features-form';
import { useSession, type AdminSession } from './use-sessions';

const Facts = ({ session }: { session: AdminSession }) => (
  <dl className="facts">
    <dt>User</dt>
    <dd>{session.user_id}</dd>
    <dt>Status</dt>
    <dd>
      <StateWord state={session.status} />
      {session.status === 'creating' && ` · ${session.progress.message} (${session.progress.percent} %)`}
    </dd>
    {session.error && (
      <>
        <dt>Error</dt>
        <dd>{session.error}</dd>
      </>
    )}
    <dt>Containers</dt>
    <dd>
      <Containers states={session.containers} />
    </dd>
    <dt>Ports</dt>
    <dd>{session.ports ? `frontend ${session.ports.frontend}, backend ${session.ports.backend}` : 'none yet'}</dd>
    <dt>Volume</dt>
    <dd className="mono">{session.volume}</dd>
    <dt>Instance</dt>
    <dd className="mono">{session.instance_id}</dd>
    <dt>Created</dt>
    <dd>{dateTime(session.created_at)}</dd>
    <dt>Expires in</dt>
    <dd>
      <ExpiresIn at={session.expires_at} /> ({dateTime(session.expires_at)})
    </dd>
    <dt>Settings</dt>
    <dd>{session.config_applied ? 'the instance has the newest' : 'not yet taken over by the instance'}</dd>
  </dl>
);

const isOver = (error: unknown): boolean =>
  error instanceof ApiProblem && (error.status === 404 || error.status === 410);

const Missing = ({ error }: { error: Error }) => (
  <Alert color="red" role="alert">
    {isOver(error) ? 'This session is over.' : messageOf(error)}
  </Alert>
);

const Details = ({ id, onAction }: { id: string; onAction: OnAction }) => {
  const { data: session, error } = useSession(id);
  return (
    <Stack gap="lg">
      {error && <Missing error={error} />}
      {!session && !error && <Skeleton height={240} aria-label="Loading the session" />}
      {session && !isOver(error) && (
        <>
          <Facts session={session} />
          <Group>
            <Button variant="default" onClick={() => onAction('extend', id)}>
              Extend
            </Button>
            <Button variant="default" className="danger" onClick={() => onAction('terminate', id)}>
              Terminate
            </Button>
          </Group>
          <Title order={3} size="h4">
            What this session may do
          </Title>
          <SessionFeaturesForm id={id} features={session.config} />
        </>
      )}
    </Stack>
  );
};

interface Props {
  readonly dialog: Dialog<string>;
  readonly onAction: OnAction;
  /** A dialog is open above the drawer: Escape is for that one. */
  readonly covered: boolean;
}

export const SessionDrawer = ({ dialog: { subject: id, opened, close }, onAction, covered }: Props) => (
  <Drawer
    opened={opened}
    onClose={close}
    closeOnEscape={!covered}
    title={<span className="mono">{id}</span>}
    closeButtonProps={{ 'aria-label': 'Close details' }}
  >
    {id !== null && <Details key={id} id={id} onAction={onAction} />}
  </Drawer>
);
