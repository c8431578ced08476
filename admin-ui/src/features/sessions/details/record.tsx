import type { ReactNode } from 'react';
import { CopyButton } from '../../../shared/copy-button';
import { dateTime } from '../../../shared/time';
import { Containers } from '../containers';
import { ExpiresIn } from '../expires-in';
import { SessionState } from '../session-state';
import type { AdminSession } from '../use-sessions';

interface FactProps {
  readonly name: string;
  readonly children: ReactNode;
  /** What the copy button beside it copies. */
  readonly copy?: string | undefined;
}

const Fact = ({ name, children, copy }: FactProps) => (
  <>
    <dt>{name}</dt>
    <dd>
      {children}
      {copy !== undefined && <CopyButton text={copy} what={name.toLowerCase()} />}
    </dd>
  </>
);

const shown = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

const Metadata = ({ metadata }: Pick<AdminSession, 'metadata'>) => {
  const entries = Object.entries(metadata);
  if (entries.length === 0) return <p className="dim">None was given with the session.</p>;
  return (
    <dl className="facts">
      {entries.map(([key, value]) => (
        <Fact key={key} name={key} copy={shown(value)}>
          <span className="wrap">{shown(value)}</span>
        </Fact>
      ))}
    </dl>
  );
};

/** All that is known of a session. */
export const SessionRecord = ({ session }: { session: AdminSession }) => (
  <div className="details-part">
    <dl className="facts">
      <Fact name="User" copy={session.user_id}>
        {session.user_id}
      </Fact>
      <Fact name="Session id" copy={session.session_id}>
        <span className="mono">{session.session_id}</span>
      </Fact>
      <Fact name="State">
        <SessionState {...session} />
        {session.status === 'creating' && <span className="dim"> · {session.progress.message}</span>}
      </Fact>
      {session.error !== null && (
        <Fact name="Error" copy={session.error}>
          <span className="danger wrap">{session.error}</span>
        </Fact>
      )}
      <Fact name="Containers">
        <Containers states={session.containers} />
      </Fact>
      <Fact name="Started">
        {dateTime(session.created_at)}, {session.warm ? 'from a warm instance' : 'cold'}
      </Fact>
      <Fact name="Expires in">
        <ExpiresIn at={session.expires_at} /> <span className="dim">({dateTime(session.expires_at)})</span>
      </Fact>
      <Fact name="Ports" copy={session.ports ? `${session.ports.frontend} ${session.ports.backend}` : undefined}>
        {session.ports ? `frontend ${session.ports.frontend}, backend ${session.ports.backend}` : 'none yet'}
      </Fact>
      <Fact name="Instance" copy={session.instance_id}>
        <span className="mono">{session.instance_id}</span>
      </Fact>
      <Fact name="Volume" copy={session.volume}>
        <span className="mono">{session.volume}</span>
      </Fact>
    </dl>
    <h3 className="details-title">Metadata</h3>
    <Metadata metadata={session.metadata} />
  </div>
);
