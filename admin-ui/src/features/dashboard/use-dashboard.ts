import { dataOf } from '@jarvis/client';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useFallback } from '../../live/use-fallback';

/** The platform at this moment: the stream brings it anew every two seconds. */
export const useDashboard = () =>
  useQuery({
    queryKey: keys.dashboard,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/dashboard', { signal })),
    refetchInterval: useFallback(),
  });
