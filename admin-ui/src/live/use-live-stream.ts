import { ApiProblem, follow, type EventOf } from '@jarvis/client';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../api/client';
import { live } from './live-state';
import { PlatformCache } from './platform-cache';

const LATER_MS = 30_000;
/** The dashboard comes every two seconds: a connection that says nothing for so long is broken. */
const SILENCE_MS = 12_000;

/** Follows the platform until the signal ends it; a refusal that would stay (by a server of another version, say) is tried again later. */
const followPlatform = async (cache: PlatformCache, signal: AbortSignal): Promise<void> => {
  try {
    await follow<EventOf<'followPlatform'>>((ask) => client.GET('/api/admin/events', { ...ask, parseAs: 'stream' }), {
      signal,
      silenceMs: SILENCE_MS,
      onEvent: ({ event, data }) => cache.take(event, data),
      onState: ({ name }) => {
        if (name === 'waiting') live.lost();
        if (name !== 'open') return;
        live.connected();
        cache.catchUp();
      },
    });
  } catch (error) {
    if (!(error instanceof ApiProblem) || signal.aborted) throw error;
    live.lost();
    setTimeout(() => void followPlatform(cache, signal), LATER_MS);
  }
};

/** Keeps the query cache up to date while somebody is logged in. */
export const useLiveStream = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const cache = new PlatformCache(queries);
    const end = new AbortController();
    live.connecting();
    void followPlatform(cache, end.signal);
    return () => {
      end.abort();
      cache.stop();
    };
  }, [queries]);
};
