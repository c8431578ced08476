import type { Pool } from './use-pool';

const MOST_BARS = 150;

/** A bar for each warm instance that is to be kept, or that there is: ready ones full, starting ones half, missing ones pale. */
export const PoolBars = ({ target, ready, starting }: Pick<Pool, 'target' | 'ready' | 'starting'>) => {
  const all = Math.max(target, ready + starting, 1);
  const count = Math.min(MOST_BARS, all);
  const scaled = (number: number) => Math.round((number / all) * count);
  const lit = scaled(ready);
  const half = scaled(ready + starting);
  return (
    <svg
      className="seats"
      viewBox={`0 0 ${Math.max(count, 24)} 1`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: count }, (_, i) => {
        const height = i >= lit && i < half ? 0.5 : 1;
        return (
          <rect
            key={i}
            className={i < half ? 'lit' : undefined}
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
