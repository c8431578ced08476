import { dataOf } from '@jarvis/client';
import { useQueries } from '@tanstack/react-query';
import { Link } from 'wouter';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useAudit } from '../audit/use-audit';
import { useSessions } from '../sessions/use-sessions';
import { settingLabel, valueWords } from './setting-words';

/** The API lists no overrides: those who were configured of late are asked one by one. */
const MOST = 25;

const useOwnSettings = () => {
  const audit = useAudit({ action: 'configured' }, 200);
  const sessions = useSessions();
  const running = new Set(sessions.data?.sessions.map(({ session_id: id }) => id));
  const configured = new Set(audit.data?.pages.flatMap(({ entries }) => entries.map(({ target }) => target)));
  const ids = [...configured].filter((id) => running.has(id)).slice(0, MOST);
  return useQueries({
    queries: ids.map((id) => ({
      queryKey: keys.session(id),
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        dataOf(client.GET('/api/admin/sessions/{id}', { params: { path: { id } }, signal })),
      staleTime: 10_000,
    })),
    combine: (answers) =>
      answers.flatMap(({ data }) =>
        data && Object.keys(data.config_overrides).length > 0
          ? [{ id: data.session_id, overrides: Object.entries(data.config_overrides) }]
          : [],
      ),
  });
};

/** Sessions that may do something else than the platform's features say. */
export const OwnSettings = () => {
  const sessions = useOwnSettings();
  return (
    <section aria-label="Sessions with settings of their own" className="card">
      <h2 className="card-title">Sessions with settings of their own</h2>
      {sessions.length === 0 && (
        <p className="dim flush">
          None that was configured of late. A session gets its own on its page under{' '}
          <Link href="/sessions">Sessions</Link>.
        </p>
      )}
      <ul className="history">
        {sessions.map(({ id, overrides }) => (
          <li key={id}>
            <Link href={`/sessions/${id}`} className="mono">
              {id}
            </Link>
            <p className="change">
              {overrides.map(([name, value]) => `${settingLabel(name)}: ${valueWords(value)}`).join(', ')}
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
};
