import { dataOf, type components, type operations } from '@jarvis/client';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { client } from '../../api/client';
import { keys } from '../../api/keys';
import { useFallback } from '../../live/use-fallback';

export type AuditEntry = components['schemas']['AuditEntryDto'];
export type AuditFilter = Pick<
  NonNullable<operations['listAudit']['parameters']['query']>,
  'actor' | 'action' | 'target'
>;

/** The audit trail, the newest first, page by page; entries that come while it is shown appear at the top. */
export const useAudit = (filter: AuditFilter, limit = 50) =>
  useInfiniteQuery({
    queryKey: [...keys.audit, filter, limit],
    queryFn: ({ pageParam, signal }) =>
      dataOf(
        client.GET('/api/admin/audit', {
          params: { query: { ...filter, limit, ...(pageParam === null ? {} : { before: pageParam }) } },
          signal,
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    refetchInterval: useFallback(),
  });

/**
 * One page of the trail; without `before` the newest entries, as they come. Until it is there the page before stands in for it; `asked`
 * says what the entries are the answer to.
 */
export const useAuditPage = (filter: AuditFilter, before: string | null, limit = 30) =>
  useQuery({
    queryKey: [...keys.audit, 'page', filter, before, limit],
    queryFn: async ({ signal }) => {
      const query = { ...filter, limit, ...(before === null ? {} : { before }) };
      const page = await dataOf(client.GET('/api/admin/audit', { params: { query }, signal }));
      return { ...page, asked: { filter, before } };
    },
    refetchInterval: useFallback(),
    placeholderData: keepPreviousData,
  });
