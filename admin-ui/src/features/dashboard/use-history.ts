import { dataOf } from '@jarvis/client';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';

/** How far back the charts go, in minutes. */
export const RANGES = [
  { minutes: 15, label: '15 min' },
  { minutes: 60, label: '1 h' },
  { minutes: 360, label: '6 h' },
  { minutes: 1440, label: '24 h' },
] as const;

const refreshMs = (minutes: number): number => (minutes <= 60 ? 15_000 : 30_000);

export const useLaunchHistory = (minutes: number) =>
  useQuery({
    queryKey: keys.launches(minutes),
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/launches', { params: { query: { minutes } }, signal })),
    refetchInterval: refreshMs(minutes),
    placeholderData: keepPreviousData,
  });

export const usePlatformHistory = (minutes: number) =>
  useQuery({
    queryKey: keys.usage(minutes),
    queryFn: ({ signal }) => dataOf(client.GET('/api/admin/usage', { params: { query: { minutes } }, signal })),
    refetchInterval: refreshMs(minutes),
    placeholderData: keepPreviousData,
  });
