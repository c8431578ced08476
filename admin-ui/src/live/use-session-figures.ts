import { skipToken, useQuery } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { SessionFigures } from './events';

/** CPU and memory of each session by the newest reading, by session id; empty until there is one. */
export const useSessionFigures = (): Readonly<Record<string, SessionFigures>> => {
  const { data } = useQuery<Record<string, SessionFigures>>({
    queryKey: keys.sessionFigures,
    queryFn: skipToken,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return data ?? {};
};
