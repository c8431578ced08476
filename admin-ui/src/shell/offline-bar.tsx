import { isOffline, useLiveState } from '../live/live-state';
import { clock } from '../shared/time';
import { Icon } from '../shared/icon';
import { useNow } from '../shared/use-now';

/** Says on every page that what it shows may be old. */
export const OfflineBar = () => {
  const state = useLiveState();
  useNow();
  if (!isOffline(state, Date.now())) return null;
  return (
    <p className="banner" data-severity="warning" role="status">
      <Icon name="warning" />
      <span>
        <strong>Not up to date.</strong> The platform has not answered since {clock(state.since)}: what you see is from
        then. The console keeps trying.
      </span>
    </p>
  );
};
