import { dataOf, messageOf, type operations } from '@jarvis/client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { client, patientClient } from '../../api/client';
import { keys } from '../../api/keys';
import { notifyDone, notifyFailed } from '../../shared/notices';
import { dateTime } from '../../shared/time';
import { personalLink } from './personal-link';

/** What may be changed of one session; `reset` goes back to the platform's value. */
export type SessionConfigChange = operations['updateSessionConfig']['requestBody']['content']['application/json'];

/** An act on one session: says how it went, and has the session read again. */
const useAct = <Input extends { readonly id: string }, Output>(
  act: (input: Input) => Promise<Output>,
  words: (output: Output, input: Input) => string,
) => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: act,
    onSuccess: (output, input) => notifyDone(words(output, input)),
    onError: (error) => notifyFailed(messageOf(error)),
    onSettled: (_output, _error, { id }) =>
      Promise.all([keys.session(id), keys.activeSessions].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};

const at = (id: string) => ({ params: { path: { id } } });

export const useTerminate = () =>
  useAct(
    ({ id }: { id: string }) => dataOf(client.DELETE('/api/admin/sessions/{id}', at(id))),
    ({ session_id, status }) => `${session_id} ${status === 'stopping' ? 'is stopping' : 'has ended'}.`,
  );

export const useExtend = () =>
  useAct(
    ({ id, hours }: { id: string; hours: number }) =>
      dataOf(client.POST('/api/admin/sessions/{id}/extend', { ...at(id), body: { hours } })),
    ({ session_id, expires_at }) => `${session_id} now expires ${dateTime(expires_at)}.`,
  );

export const useRestart = () =>
  useAct(
    ({ id }: { id: string }) => dataOf(patientClient.POST('/api/admin/sessions/{id}/restart', at(id))),
    ({ session_id }) => `Both containers of ${session_id} were restarted.`,
  );

/** Where people open the platform is asked for first: a link is given once, so without its address nothing is changed. */
const rotateKeys = async ({ id, idempotencyKey }: { id: string; idempotencyKey: string }) => {
  const { public_url: origin } = await dataOf(client.GET('/api/admin/config'));
  const session = await dataOf(
    patientClient.POST('/api/sessions/{id}/rotate-keys', {
      params: { path: { id }, header: { 'Idempotency-Key': idempotencyKey, Prefer: 'respond-async' } },
    }),
  );
  return { session_id: session.session_id, link: personalLink(origin, session) };
};

/**
 * Answers with the new link as soon as nobody gets in with the old keys; the instance then starts. Where the answer was lost, the
 * same Idempotency-Key brings it again.
 */
export const useRotateKeys = () => useAct(rotateKeys, ({ session_id }) => `${session_id} has new keys.`);

export const useSessionConfig = () =>
  useAct(
    ({ id, ...body }: { id: string } & SessionConfigChange) =>
      dataOf(client.POST('/api/admin/sessions/{id}/config', { ...at(id), body })),
    ({ session_id, applied }) =>
      applied
        ? `${session_id} runs with its new settings.`
        : `${session_id} gets its new settings as soon as it answers.`,
  );
