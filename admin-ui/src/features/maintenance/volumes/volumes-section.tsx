import { Alert, Button } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '../../../shared/confirm-dialog';
import { EmptyState } from '../../../shared/empty-state';
import { many } from '../../../shared/format';
import { NotLoaded } from '../../../shared/not-loaded';
import { Working } from '../upkeep/working';
import { usePurge, useVolumes, type RetainedVolume } from './use-volumes';
import { VolumeTable } from './volume-table';
import { purgedWords, retentionWords, volumesWords } from './volume-words';

const Volumes = ({ volumes }: { volumes: readonly RetainedVolume[] }) => {
  const purge = usePurge();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState(false);
  const picked = volumes.filter(({ instance_id: id }) => chosen.has(id));
  const remove = () => {
    setAsking(false);
    purge.mutate(
      picked.map(({ instance_id: id }) => id),
      { onSettled: () => setChosen(new Set()) },
    );
  };
  return (
    <>
      {purge.data && (
        <Alert
          className={purge.data.failures.length > 0 ? 'mixed-news' : 'good-news'}
          role="status"
          title={purgedWords(purge.data)}
          withCloseButton
          closeButtonLabel="Dismiss the result"
          onClose={purge.reset}
        >
          <ul className="bad-rows">
            {purge.data.purged.map((name) => (
              <li key={name} className="mono">
                {name}
              </li>
            ))}
            {purge.data.failures.map(({ instance_id: id, message }) => (
              <li key={id}>
                <span className="mono">{id}</span>: {message}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {volumes.length === 0 && (
        <EmptyState title="No volume is kept">
          Volumes of ended sessions are listed here as long as they are kept.
        </EmptyState>
      )}
      {volumes.length > 0 && (
        <div className="card roomy">
          <div className="card-head">
            <p className="figure">{picked.length > 0 ? `${volumesWords(picked)} chosen` : volumesWords(volumes)}</p>
            <Button
              color="red.9"
              disabled={picked.length === 0}
              loading={purge.isPending}
              onClick={() => setAsking(true)}
            >
              {picked.length === 0 ? 'Remove chosen' : `Remove ${many(picked.length, 'volume')}`}
            </Button>
          </div>
          {purge.isPending && <Working>Removing volumes…</Working>}
          <VolumeTable volumes={volumes} chosen={chosen} onChoose={setChosen} />
        </div>
      )}
      <ConfirmDialog
        opened={asking}
        title={`Remove ${many(picked.length, 'volume')}?`}
        confirm="Remove for good"
        keep="Keep them"
        danger
        onConfirm={remove}
        onClose={() => setAsking(false)}
      >
        What attendees left there is gone for good. This cannot be undone.
      </ConfirmDialog>
    </>
  );
};

/** What ended sessions left behind. */
export const VolumesSection = () => {
  const { data, error } = useVolumes();
  return (
    <section aria-label="Volumes of ended sessions" className="block">
      {data && <p className="dim flush lede">{retentionWords(data.retention_hours)}</p>}
      {!data && <NotLoaded error={error} height={200} label="Loading the volumes" />}
      {data && <Volumes volumes={data.volumes} />}
    </section>
  );
};
