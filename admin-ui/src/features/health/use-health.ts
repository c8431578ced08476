import { problemFrom, type operations } from '@jarvis/client';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Health = operations['getHealth']['responses'][200]['content']['application/json'];

const REFRESH_MS = 5000;

const isHealth = (body: unknown): body is Health =>
  typeof body === 'object' && body !== null && 'active_sessions' in body;

/** An unhealthy platform answers 503 with the same body: that is an answer, too. */
const readHealth = async (signal: AbortSignal): Promise<Health> => {
  const { data, error, response } = await client.GET('/api/health', { signal });
  const body: unknown = data ?? error;
  if (isHealth(body)) return body;
  throw problemFrom(response, body);
};

export const useHealth = () =>
  useQuery({ queryKey: ['health'], queryFn: ({ signal }) => readHealth(signal), refetchInterval: REFRESH_MS });
