import { dataOf, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { notifyDone, notifyFailed } from '../../shared/notices';

export type Pool = components['schemas']['PoolDto'];
export type PoolChanges = components['schemas']['UpdatePoolDto'];

const REFRESH_MS = 2000;

export const usePool = () =>
  useQuery({
    queryKey: keys.pool,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/pool', { signal })),
    refetchInterval: REFRESH_MS,
  });

export const useUpdatePool = (words: string) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: PoolChanges) => dataOf(client.PUT('/api/admin/pool', { body })),
    onSuccess: (pool) => {
      queries.setQueryData(keys.pool, pool);
      notifyDone(words);
      void queries.invalidateQueries({ queryKey: keys.dashboard });
    },
    onError: (error) => notifyFailed(messageOf(error)),
  });
};
