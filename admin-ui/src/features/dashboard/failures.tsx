import type { components } from '@jarvis/client';
import { Link } from 'wouter';
import { Panel } from '../../shared/panel';
import { dateTime } from '../../shared/time';

type Failure = components['schemas']['LaunchFailureDto'];

/** Launches that did not come to an instance, the newest first. */
export const Failures = ({ failures }: { failures: readonly Failure[] }) => (
  <Panel title="Last failed launches">
    {failures.length === 0 ? (
      <p className="dim">None. A launch that fails is listed here with what went wrong.</p>
    ) : (
      <ul className="failures">
        {failures.map(({ at, session_id: id, user_id: user, message }) => (
          <li key={`${at} ${id}`}>
            <time dateTime={at} className="dim tabular">
              {dateTime(at)}
            </time>
            <span>
              <Link href={`/sessions/${encodeURIComponent(id)}`} className="mono">
                {id}
              </Link>
              <span className="dim wrap">{user}</span>
            </span>
            <span className="wrap">{message}</span>
          </li>
        ))}
      </ul>
    )}
  </Panel>
);
