import { ApiProblem, dataOf, type components } from '@jarvis/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patientClient } from '../../../api/client';
import { keys } from '../../../api/keys';

export type Cleanup = components['schemas']['CleanupDto'];
export type Reconciliation = components['schemas']['ReconciliationDto'];
export type Repair = components['schemas']['RepairDto'];

/** How often work that another has begun is waited for. */
const MOST_WAITS = 6;
const WAIT_MS = 5000;

const isUnderWay = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.code === 'already_running';

const useUpkeep = <Input, Output>(act: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    retry: (waits, error) => isUnderWay(error) && waits < MOST_WAITS,
    retryDelay: (_waits, error) => (isUnderWay(error) && error.retryAfter !== null ? error.retryAfter * 1000 : WAIT_MS),
    onSettled: () =>
      Promise.all([keys.sessions, keys.volumes, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

/** Ends every session whose time has run out. */
export const useCleanUp = () =>
  useUpkeep<void, Cleanup>(() => dataOf(patientClient.POST('/api/admin/sessions/cleanup')));

/** Makes Redis and the engine agree, or tells what that would do. */
export const useReconcile = () =>
  useUpkeep((dryRun: boolean) => dataOf(patientClient.POST('/api/admin/reconcile', { body: { dry_run: dryRun } })));
