import { dataOf, type components } from '@jarvis/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { patientClient } from '../../../api/client';
import { keys } from '../../../api/keys';

export type Cleanup = components['schemas']['CleanupDto'];
export type Reconciliation = components['schemas']['ReconciliationDto'];
export type Repair = components['schemas']['RepairDto'];

const useUpkeep = <Input, Output>(act: (input: Input) => Promise<Output>) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
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
