import type { Dashboard } from '../../live/events';
import { seatsOf } from './seat-bars';

/** One bar for each session that may run (at most 150 of them): lit when it is taken, half as high when it is kept for somebody. */
export const Seats = ({ sessions }: { sessions: Dashboard['sessions'] }) => {
  const { bars, lit, kept } = seatsOf(sessions);
  return (
    <svg className="seats" viewBox={`0 0 ${bars} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {Array.from({ length: bars }, (_, i) => {
        const height = i >= lit && i < kept ? 0.5 : 1;
        return (
          <rect
            key={i}
            className={i < kept ? 'lit' : undefined}
            x={i + 0.2}
            y={1 - height}
            width={0.6}
            height={height}
          />
        );
      })}
    </svg>
  );
};
