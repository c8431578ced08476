import { dataOf } from '@jarvis/client';
import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { keys } from '../../../api/keys';
import { EmptyState } from '../../../shared/empty-state';
import { NotLoaded } from '../../../shared/not-loaded';
import { dateTime } from '../../../shared/time';

const PAGE = 25;

const useAuditOf = (target: string) =>
  useInfiniteQuery({
    queryKey: [...keys.audit, 'of', target],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        client.GET('/api/admin/audit', {
          params: { query: { target, limit: PAGE, ...(pageParam !== null && { before: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
  });

const shown = (detail: Readonly<Record<string, unknown>>): string =>
  Object.entries(detail)
    .map(([key, value]) => `${key.replaceAll('_', ' ')}: ${typeof value === 'string' ? value : JSON.stringify(value)}`)
    .join(', ');

/** What organisers did with a session, the newest first. */
export const AuditTrail = ({ id }: { id: string }) => {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAuditOf(id);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className="details-part">
      {!data && <NotLoaded error={error} height={160} label="Loading the audit trail" />}
      {data && entries.length === 0 && (
        <EmptyState title="No organiser has touched this session">
          What organisers do with it is listed here: who, when, from where, and what.
        </EmptyState>
      )}
      {entries.length > 0 && (
        <ol className="trail" aria-label="Audit trail">
          {entries.map(({ id: entry, at, actor, address, action, detail }) => (
            <li key={entry}>
              <p>
                <strong>{actor}</strong> {action}
                {Object.keys(detail).length > 0 && <span className="wrap"> · {shown(detail)}</span>}
              </p>
              <p className="dim tabular">
                <time dateTime={at}>{dateTime(at)}</time> from {address}
              </p>
            </li>
          ))}
        </ol>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Older entries
        </Button>
      )}
    </div>
  );
};
