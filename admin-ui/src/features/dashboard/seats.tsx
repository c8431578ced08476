import type { Dashboard } from '../../live/events';
import { Bars } from '../../shared/bars';
import { seatsOf } from './seat-bars';

/** One bar for each session that may run (at most 150 of them): lit when it is taken, half as high when it is kept for somebody. */
export const Seats = ({ sessions }: { sessions: Dashboard['sessions'] }) => {
  const { bars, lit, kept } = seatsOf(sessions);
  return <Bars count={bars} lit={kept} full={lit} room={bars} />;
};
