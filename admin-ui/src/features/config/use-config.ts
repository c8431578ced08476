import { dataOf, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { notifyDone, notifyFailed } from '../../shared/notices';

export type Config = components['schemas']['ConfigDto'];
export type ConfigChanges = components['schemas']['UpdateConfigDto'];
export type Features = Config['features'];

const CONFIG = ['config'];

export const useConfig = () =>
  useQuery({ queryKey: CONFIG, queryFn: ({ signal }) => dataOf(client.GET('/api/admin/config', { signal })) });

export const useUpdateConfig = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConfigChanges) => dataOf(client.PUT('/api/admin/config', { body })),
    onSuccess: (config) => {
      queries.setQueryData(CONFIG, config);
      notifyDone('Settings saved. They are in force.');
      return queries.invalidateQueries({ queryKey: ['health'] });
    },
    onError: (error) => notifyFailed(messageOf(error)),
  });
};
