import { dataOf, type components } from '@jarvis/client';
import { useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';

export type Capacity = components['schemas']['CapacityDto'];

const REFRESH_MS = 5000;

export const useCapacity = () =>
  useQuery({
    queryKey: ['capacity'],
    queryFn: ({ signal }) => dataOf(client.GET('/api/capacity', { signal })),
    refetchInterval: REFRESH_MS,
  });
