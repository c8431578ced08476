import { useNow } from '../shared/use-now';
import { isOffline, useLiveState } from './live-state';

/** Whether what the page shows may be out of date: the stream has been away for longer than a moment. */
export const useIsOld = (): boolean => {
  const state = useLiveState();
  useNow();
  return isOffline(state, Date.now());
};
