import { messageOf } from '@jarvis/client';
import { Alert, Button, Drawer, Group, Tabs } from '@mantine/core';
import { useRef } from 'react';
import { CopyButton } from '../../../shared/copy-button';
import { Loading } from '../../../shared/loading';
import { LogPanel } from '../logs/log-panel';
import { ExpiresIn } from '../expires-in';
import { SessionState } from '../session-state';
import type { RowAct } from '../table/row-act';
import { useSession, type AdminSession } from '../use-sessions';
import { AuditTrail } from './audit-trail';
import { SessionRecord } from './record';
import { SessionConfig } from './session-config';
import { SessionOver } from './session-over';
import { UsagePanel } from './usage-panel';

type OnAct = (
  act: Extract<RowAct, 'open' | 'extend' | 'restart' | 'rotate' | 'terminate'>,
  session: AdminSession,
) => void;

const Actions = ({ session, onAct }: { session: AdminSession; onAct: OnAct }) => {
  const active = session.status === 'active';
  const ending = session.status === 'stopping';
  return (
    <Group gap="xs" role="group" aria-label="Actions" className="details-acts">
      <Button disabled={!active} onClick={() => onAct('open', session)}>
        Open
      </Button>
      <Button variant="default" disabled={ending} onClick={() => onAct('extend', session)}>
        Extend…
      </Button>
      <Button variant="default" disabled={!active} onClick={() => onAct('restart', session)}>
        Restart…
      </Button>
      <Button variant="default" disabled={!active} onClick={() => onAct('rotate', session)}>
        New keys…
      </Button>
      <Button variant="default" className="danger" disabled={ending} onClick={() => onAct('terminate', session)}>
        Terminate…
      </Button>
    </Group>
  );
};

const Parts = ({ session, over }: { session: AdminSession; over: boolean }) => {
  const { session_id: id } = session;
  return (
    <Tabs defaultValue="record" keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="record">Record</Tabs.Tab>
        {!over && (
          <>
            <Tabs.Tab value="usage">Usage</Tabs.Tab>
            <Tabs.Tab value="logs">Logs</Tabs.Tab>
            <Tabs.Tab value="config">Settings</Tabs.Tab>
          </>
        )}
        <Tabs.Tab value="audit">Audit</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="record">
        <SessionRecord session={session} />
      </Tabs.Panel>
      {!over && (
        <>
          <Tabs.Panel value="usage">
            <UsagePanel id={id} />
          </Tabs.Panel>
          <Tabs.Panel value="logs">
            <LogPanel id={id} />
          </Tabs.Panel>
          <Tabs.Panel value="config">
            <SessionConfig session={session} />
          </Tabs.Panel>
        </>
      )}
      <Tabs.Panel value="audit">
        <AuditTrail id={id} />
      </Tabs.Panel>
    </Tabs>
  );
};

const Details = ({ id, onAct }: { id: string; onAct: OnAct }) => {
  const { data: session, error } = useSession(id);
  const over = error instanceof SessionOver;
  return (
    <div className="details">
      {over && (
        <Alert color="yellow" role="status" title={session ? 'This session has ended' : 'Nothing to show'}>
          {error.message}
          {session && ' Below is what was known of it at last.'}
        </Alert>
      )}
      {error && !over && (
        <Alert color="red" role="alert">
          {messageOf(error)}
        </Alert>
      )}
      {!session && !error && <Loading height={240} label="Loading the session" />}
      {session && (
        <>
          <div className="details-head">
            <div>
              <p className="details-user">{session.user_id}</p>
              {!over && (
                <p className="dim">
                  <SessionState {...session} /> · expires in <ExpiresIn at={session.expires_at} />
                </p>
              )}
            </div>
            {!over && <Actions session={session} onAct={onAct} />}
          </div>
          <Parts session={session} over={over} />
        </>
      )}
      {!session && over && <AuditTrail id={id} />}
    </div>
  );
};

interface Props {
  readonly id: string | null;
  readonly onClose: () => void;
  readonly onAct: OnAct;
  /** A dialog is open above the drawer: Escape is for that one. */
  readonly covered: boolean;
}

/** All about one session, beside the table. */
export const SessionDrawer = ({ id, onClose, onAct, covered }: Props) => {
  // It stays while the drawer closes.
  const last = useRef(id);
  if (id !== null) last.current = id;
  const shown = id ?? last.current;
  return (
    <Drawer
      opened={id !== null}
      onClose={onClose}
      closeOnEscape={!covered}
      returnFocus={false}
      size="46rem"
      title={
        shown !== null && (
          <span className="mono">
            {shown} <CopyButton text={shown} what="the session’s id" />
          </span>
        )
      }
      closeButtonProps={{ 'aria-label': 'Close details' }}
    >
      {shown !== null && <Details key={shown} id={shown} onAct={onAct} />}
    </Drawer>
  );
};
