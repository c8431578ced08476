import { messageOf } from '@jarvis/client';
import { Alert, Button, Group } from '@mantine/core';
import { Report } from './report';
import { useReconcile } from './use-upkeep';
import { Working } from './working';

const workWords = (dryRun: boolean, waits: number): string => {
  if (waits > 0) return 'Another reconciliation is under way; this one comes after it…';
  return dryRun ? 'Looking at all instances…' : 'Making Redis and the engine agree…';
};

export const ReconcileCard = () => {
  const reconcile = useReconcile();
  const { isPending, variables: dryRun, failureCount, data, error, mutate, reset } = reconcile;
  return (
    <section aria-label="Reconcile" className="card roomy">
      <div>
        <h2 className="card-title">Reconcile</h2>
        <p className="dim flush">
          Compares the sessions in Redis with what runs, and makes them agree: starts what stopped, takes back what was
          forgotten, removes what nobody owns. The same happens every half minute by itself.
        </p>
      </div>
      <Group>
        <Button variant="default" loading={isPending && dryRun} disabled={isPending} onClick={() => mutate(true)}>
          Look first
        </Button>
        <Button loading={isPending && !dryRun} disabled={isPending} onClick={() => mutate(false)}>
          Reconcile now
        </Button>
      </Group>
      {isPending && <Working>{workWords(dryRun, failureCount)}</Working>}
      {error && (
        <Alert color="red" role="alert" title="That did not work" withCloseButton onClose={reset}>
          {messageOf(error)}
        </Alert>
      )}
      {data && <Report report={data} onApply={() => mutate(false)} onDismiss={reset} />}
    </section>
  );
};
