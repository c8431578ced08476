import { StateWord } from '../../shared/state-word';
import type { SessionRow } from './table/session-row';

type Props = Pick<SessionRow, 'status' | 'progress' | 'error'>;

/** A session's state; how far it has come while it is created, and that something went wrong when it did. */
export const SessionState = ({ status, progress, error }: Props) => (
  <span className="session-state">
    <StateWord state={status} />
    {status === 'creating' && (
      <span className="dim tabular" title={progress.message}>
        {' '}
        {progress.percent} %
      </span>
    )}
    {status === 'creating' && (
      <span className="thin-bar" aria-hidden="true">
        <span style={{ width: `${progress.percent}%` }} />
      </span>
    )}
    {error !== null && status !== 'failed' && (
      <span className="danger nowrap" title={error}>
        {' '}
        · error
      </span>
    )}
  </span>
);
