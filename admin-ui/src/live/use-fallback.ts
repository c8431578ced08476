import { useLiveState } from './live-state';

const REFRESH_MS = 30_000;

/** The `refetchInterval` of what the stream keeps up to date: none while it is live, a slow one while it is away. */
export const useFallback = (): number | false => (useLiveState().name === 'live' ? false : REFRESH_MS);
