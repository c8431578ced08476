import { dataOf, messageOf, type components, type operations } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { notifyDone, notifyFailed } from '../../shared/notices';
import { dateTime } from '../../shared/time';

export type SessionSummary = components['schemas']['SessionSummaryDto'];
export type AdminSession = components['schemas']['AdminSessionDto'];
/** What may be changed about one session; only what is given changes. */
export type SessionFeatures =
  operations['updateSessionConfig']['requestBody']['content']['application/json']['features'];

const REFRESH_MS = 3000;
const SESSIONS = ['sessions'];

export const useSessions = () =>
  useQuery({
    queryKey: [...SESSIONS, 'active'],
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/sessions/active', { signal })),
    refetchInterval: REFRESH_MS,
  });

export const useSession = (id: string) =>
  useQuery({
    queryKey: [...SESSIONS, 'one', id],
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/sessions/{id}', { params: { path: { id } }, signal })),
    refetchInterval: REFRESH_MS,
  });

/** An action on sessions: says how it went and has everything about sessions read again. */
const useAction = <Input, Output>(
  act: (input: Input) => Promise<Output>,
  words: (output: Output, input: Input) => string,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (output, input) => notifyDone(words(output, input)),
    onError: (error) => notifyFailed(messageOf(error)),
    onSettled: () => Promise.all([SESSIONS, ['health']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

export const useTerminate = () =>
  useAction(
    (id: string) => dataOf(client.DELETE('/api/admin/sessions/{id}', { params: { path: { id } } })),
    ({ session_id, status }) => `${session_id} ${status === 'stopping' ? 'is stopping' : 'has ended'}.`,
  );

export const useExtend = () =>
  useAction(
    ({ id, hours }: { id: string; hours: number }) =>
      dataOf(client.POST('/api/admin/sessions/{id}/extend', { params: { path: { id } }, body: { hours } })),
    ({ session_id, expires_at }) => `${session_id} now expires ${dateTime(expires_at)}.`,
  );

export const useSessionFeatures = () =>
  useAction(
    ({ id, features }: { id: string; features: SessionFeatures }) =>
      dataOf(client.POST('/api/admin/sessions/{id}/config', { params: { path: { id } }, body: { features } })),
    ({ session_id, applied }) =>
      applied
        ? `${session_id} runs with its new settings.`
        : `${session_id} gets its new settings as soon as it answers.`,
  );

export const useCleanup = () =>
  useAction(
    () => dataOf(client.POST('/api/admin/sessions/cleanup')),
    ({ cleaned }) =>
      cleaned === 0 ? 'Nothing to clean up.' : `${cleaned} expired session${cleaned === 1 ? '' : 's'} cleaned up.`,
  );
