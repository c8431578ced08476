import { dataOf, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useFallback } from '../../live/use-fallback';
import { notifyDone, notifyFailed } from '../../shared/notices';

export type Config = components['schemas']['ConfigDto'];
export type ConfigChanges = components['schemas']['UpdateConfigDto'];
export type Features = Config['features'];
export type Resettable = NonNullable<ConfigChanges['reset']>[number];

/** While instances still take the newest configuration: nobody tells of each. */
const FOLLOW_MS = 1500;

const isRollingOut = ({ active, applied }: Config['rollout']): boolean => applied < active;

export const useConfig = () => {
  const fallback = useFallback();
  return useQuery({
    queryKey: keys.config,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/config', { signal })),
    refetchInterval: ({ state: { data } }) => (data && isRollingOut(data.rollout) ? FOLLOW_MS : fallback),
  });
};

export const useUpdateConfig = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConfigChanges) => dataOf(client.PUT('/api/admin/config', { body })),
    onSuccess: (config) => {
      queries.setQueryData(keys.config, config);
      notifyDone('Settings saved. They are in force.');
      for (const queryKey of [keys.dashboard, keys.audit]) void queries.invalidateQueries({ queryKey });
    },
    onError: (error) => notifyFailed(messageOf(error)),
  });
};
