import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { live } from './live-state';
import { PlatformCache } from './platform-cache';

/** Keeps the query cache up to date while somebody is logged in. */
export const useLiveStream = (): void => {
  const queries = useQueryClient();
  useEffect(() => {
    const cache = new PlatformCache(queries);
    live.connecting();
    return () => cache.stop();
  }, [queries]);
};
