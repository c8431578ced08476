import { liveWords, useLiveState } from '../live/live-state';
import { useNow } from '../shared/use-now';

/** Whether the page tells things as they happen, in words. */
export const LiveIndicator = () => {
  const state = useLiveState();
  useNow();
  return (
    <span className="live" data-state={state.name} role="status">
      <span className="live-mark" aria-hidden="true" />
      {liveWords(state, Date.now())}
    </span>
  );
};
