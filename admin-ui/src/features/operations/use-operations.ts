import { dataOf, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { furtherList, furtherOf, withOperation, type OperationList } from '../../live/operation-changes';
import { useFallback } from '../../live/use-fallback';
import type { Operation } from '../../live/events';
import { notifyFailed } from '../../shared/notices';

const POLL_MS = 1_000;

/** What was begun within the last day, by whichever organiser. An answer may be older than what the stream has told meanwhile. */
export const useOperations = () =>
  useQuery({
    queryKey: keys.operations,
    queryFn: async ({ signal, client: queries }) => {
      const read = await dataOf(client.GET('/api/admin/operations', { signal }));
      return furtherList(queries.getQueryData(keys.operations), read);
    },
    refetchInterval: useFallback(),
    staleTime: 10_000,
  });

/** How far one operation has come: told by the live stream, asked for while that is away. */
export const useOperation = (id: string) => {
  const isAway = useFallback() !== false;
  return useQuery({
    queryKey: keys.operation(id),
    queryFn: async ({ signal, client: queries }) => {
      const read = await dataOf(client.GET('/api/admin/operations/{id}', { params: { path: { id } }, signal }));
      return furtherOf(queries.getQueryData(keys.operation(id)), read);
    },
    refetchInterval: ({ state }) => (state.data?.status !== 'done' && isAway ? POLL_MS : false),
  });
};

export const useStartOperation = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: components['schemas']['StartOperationDto']) =>
      dataOf(client.POST('/api/admin/operations', { body })),
    onSuccess: (operation) => {
      queries.setQueryData<Operation>(keys.operation(operation.operation_id), (before) => furtherOf(before, operation));
      queries.setQueryData<OperationList>(keys.operations, (list) => list && withOperation(list, operation));
    },
    onError: (error) => notifyFailed(messageOf(error)),
  });
};
