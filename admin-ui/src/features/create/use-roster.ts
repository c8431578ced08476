import { dataOf, type components } from '@jarvis/client';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { client, patientClient } from '../../api/client';
import { keys } from '../../api/keys';

export type RosterCheck = components['schemas']['RosterCheckDto'];
export type RosterOrder = components['schemas']['CreateRosterDto'];
export type RosterResult = components['schemas']['RosterResultDto'];
export type RosterEntry = components['schemas']['RosterEntryDto'];
export type BadRow = components['schemas']['BadRowDto'];
export type RosterMode = RosterOrder['mode'];

/** How a roster would be understood; the former answer stands until the next is there. */
export const useRosterCheck = (csv: string) =>
  useQuery({
    queryKey: ['roster', csv],
    queryFn: ({ signal }) => dataOf(client.POST('/api/admin/roster/check', { body: { csv }, signal })),
    enabled: csv.trim() !== '',
    placeholderData: (former) => former,
    gcTime: 0,
    staleTime: 5000,
  });

/** Many instances take their time to start. */
export const useCreateRoster = () => {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: RosterOrder) => dataOf(patientClient.POST('/api/admin/roster', { body })),
    gcTime: 0,
    onSettled: () =>
      Promise.all(
        [keys.sessions, keys.reservations, keys.dashboard, ['roster']].map((queryKey) =>
          queries.invalidateQueries({ queryKey }),
        ),
      ),
  });
};
