import { dataOf, type components } from '@jarvis/client';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useFallback } from '../../live/use-fallback';
import { endOf } from './details/session-over';

export type AdminSession = components['schemas']['AdminSessionDto'];

/** All sessions that have not ended; the live stream keeps the list as it is on the server. */
export const useSessions = () =>
  useQuery({
    queryKey: keys.activeSessions,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/sessions/active', { signal })),
    refetchInterval: useFallback(),
    staleTime: 10_000,
  });

/** @throws SessionOver */
const readSession = async (id: string, signal: AbortSignal): Promise<AdminSession> => {
  const asked = client.GET('/api/admin/sessions/{id}', { params: { path: { id } }, signal });
  const { error, response } = await asked;
  const end = endOf(response.status, error);
  if (end) throw end;
  return dataOf(asked);
};

/** One session with all that is known of it; read again when the stream tells of it. What was known stays when it has ended. */
export const useSession = (id: string) =>
  useQuery({
    queryKey: keys.session(id),
    queryFn: ({ signal }) => readSession(id, signal),
    refetchInterval: useFallback(),
  });
