import { dataOf, done, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../../api/client';
import { keys } from '../../../api/keys';
import { notifyDone, notifyFailed } from '../../../shared/notices';

export type SentMessage = components['schemas']['SentMessageDto'];
export type MessageList = components['schemas']['SentMessageListDto'];
export type MessageOrder = components['schemas']['SendMessageDto'];
export type Severity = MessageOrder['severity'];

/** While instances still take the messages, and for those that end by themselves. */
const FOLLOW_MS = 1500;
const REFRESH_MS = 15_000;

export const useMessages = () =>
  useQuery({
    queryKey: keys.messages,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/messages', { signal })),
    refetchInterval: ({ state: { data } }) => (data && data.applied < data.active ? FOLLOW_MS : REFRESH_MS),
  });

export const useSendMessage = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: MessageOrder) => dataOf(client.POST('/api/admin/messages', { body })),
    onSuccess: () => notifyDone('The message is on its way to all attendees.'),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages }),
  });
};

export const useTakeBack = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => done(client.DELETE('/api/admin/messages/{id}', { params: { path: { id } } })),
    onSuccess: () => notifyDone('The message is taken back.'),
    onError: (error) => notifyFailed(messageOf(error)),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.messages }),
  });
};
