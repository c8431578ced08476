import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, dataOf, done } from '../../api/client';
import { messageOf } from '../../api/problem';
import type { components } from '../../api/schema';
import { notifyDone, notifyFailed } from '../../shared/notices';

export type Reservation = components['schemas']['ReservationDto'];

const RESERVATIONS = ['reservations'];
/** Attendees open their links without a word to this page. */
const REFRESH_MS = 5000;

export const useReservations = () =>
  useQuery({
    queryKey: RESERVATIONS,
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/reservations', { signal })),
    refetchInterval: REFRESH_MS,
  });

export const useCancelReservation = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ reservation_id: id }: Reservation) =>
      done(client.DELETE('/api/admin/reservations/{id}', { params: { path: { id } } })),
    onSuccess: (_done, { user_id: user }) => notifyDone(`The place of ${user} is free again.`),
    onError: (error) => notifyFailed(messageOf(error)),
    onSettled: () =>
      Promise.all([RESERVATIONS, ['capacity']].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};
