import { dataOf } from '@jarvis/client';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useFallback } from '../../live/use-fallback';

/** All sessions that have not ended; the live stream keeps the list as it is on the server. */
export const useSessions = () =>
  useQuery({
    queryKey: keys.activeSessions,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/sessions/active', { signal })),
    refetchInterval: useFallback(),
    staleTime: 10_000,
  });

/** One session with all that is known of it; read again when the stream tells of it. */
export const useSession = (id: string) =>
  useQuery({
    queryKey: keys.session(id),
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/sessions/{id}', { params: { path: { id } }, signal })),
    refetchInterval: useFallback(),
  });
