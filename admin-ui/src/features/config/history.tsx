import { Button } from '@mantine/core';
import { Ago } from '../../shared/ago';
import { NotLoaded } from '../../shared/not-loaded';
import { useAudit } from '../audit/use-audit';
import { changeWords, changesIn } from './setting-words';

/** Who changed what, when, from what to what. */
export const History = () => {
  const { data, error, hasNextPage, fetchNextPage, isFetchingNextPage } = useAudit({ target: 'config' }, 10);
  const entries = data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <section aria-label="History" className="card">
      <h2 className="card-title">History</h2>
      {!data && <NotLoaded error={error} height={80} label="Loading the history" />}
      {data && entries.length === 0 && <p className="dim flush">Nobody has changed anything yet.</p>}
      <ol className="history">
        {entries.map(({ id, at, actor, detail }) => (
          <li key={id}>
            {changesIn(detail).map((change) => (
              <p key={change.name} className="change">
                {changeWords(change)}
              </p>
            ))}
            <p className="dim small">
              {actor}, <Ago at={at} />
            </p>
          </li>
        ))}
      </ol>
      {hasNextPage && (
        <Button variant="subtle" size="sm" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          Show earlier changes
        </Button>
      )}
    </section>
  );
};
