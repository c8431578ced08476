import { dataOf, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, patientClient } from '../../../api/client';
import { keys } from '../../../api/keys';
import { notifyFailed } from '../../../shared/notices';

export type RetainedVolume = components['schemas']['RetainedVolumeDto'];
export type PurgeResult = components['schemas']['PurgeResultDto'];

/** Sessions end without a word to this page. */
const REFRESH_MS = 15_000;

export const useVolumes = () =>
  useQuery({
    queryKey: keys.volumes,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/volumes', { signal })),
    refetchInterval: REFRESH_MS,
  });

export const usePurge = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (instanceIds: readonly string[]) =>
      dataOf(patientClient.POST('/api/admin/volumes/purge', { body: { instance_ids: [...instanceIds] } })),
    onError: (error) => notifyFailed(messageOf(error)),
    onSettled: () => Promise.all([keys.volumes, keys.audit].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};
