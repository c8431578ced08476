import { Button } from '@mantine/core';
import { EmptyState } from '../../../shared/empty-state';
import { NotLoaded } from '../../../shared/not-loaded';
import { dateTime } from '../../../shared/time';
import { detailWords } from '../../audit/audit-words';
import { useAudit } from '../../audit/use-audit';

const PAGE = 25;

/** What organisers did with a session, the newest first. */
export const AuditTrail = ({ id }: { id: string }) => {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit({ target: id }, PAGE);
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
          {entries.map((entry) => {
            const words = detailWords(entry).join('; ');
            return (
              <li key={entry.id}>
                <p>
                  <strong>{entry.actor}</strong> {entry.action}
                  {words && <span className="wrap"> · {words}</span>}
                </p>
                <p className="dim tabular">
                  <time dateTime={entry.at}>{dateTime(entry.at)}</time> from {entry.address}
                </p>
              </li>
            );
          })}
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
