import { dataOf, done, messageOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { notifyDone, notifyFailed } from '../../shared/notices';

export type Reservation = components['schemas']['ReservationDto'];

/** Attendees open their links without a word to this page. */
const REFRESH_MS = 5000;

export const useReservations = () =>
  useQuery({
    queryKey: keys.reservations,
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
      Promise.all([keys.reservations, keys.dashboard].map((queryKey) => queries.invalidateQueries({ queryKey }))),
  });
};
