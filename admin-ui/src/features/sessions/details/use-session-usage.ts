import { dataOf } from '@jarvis/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { keys } from '../../../api/keys';

const REFRESH_MS = 10_000;

/** What a session's containers took over the last minutes. Another length of time shows the former one's figures until its own are there. */
export const useSessionUsage = (id: string, minutes: number) =>
  useQuery({
    queryKey: [...keys.session(id), 'usage', minutes],
    queryFn: ({ signal }) =>
      dataOf(client.GET('/api/admin/sessions/{id}/usage', { params: { path: { id }, query: { minutes } }, signal })),
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
