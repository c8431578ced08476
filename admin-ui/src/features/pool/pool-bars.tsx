import { Bars } from '../../shared/bars';
import type { Pool } from './use-pool';

const MOST_BARS = 150;
const LEAST_ROOM = 24;

/** A bar for each warm instance that is to be kept, or that there is: ready ones full, starting ones half, missing ones pale. */
export const PoolBars = ({ target, ready, starting }: Pick<Pool, 'target' | 'ready' | 'starting'>) => {
  const all = Math.max(target, ready + starting, 1);
  const count = Math.min(MOST_BARS, all);
  const scaled = (number: number) => Math.round((number / all) * count);
  const lit = scaled(ready);
  const half = scaled(ready + starting);
  return <Bars count={count} lit={half} full={lit} room={Math.max(count, LEAST_ROOM)} />;
};
