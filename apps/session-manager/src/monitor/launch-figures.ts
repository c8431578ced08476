import type { LaunchFiguresDto } from './dashboard.dto';
import type { LaunchBucketDto } from './history.dto';
import { percentile } from './percentile';

/** A launch that came to its end, as the log has it. */
export interface Launch {
  /** When it ended (ms). */
  readonly at: number;
  readonly sessionId: string;
  readonly userId: string;
  readonly how: 'warm' | 'cold' | 'failed';
  /** From the request to the end. */
  readonly ms: number;
  readonly code?: string;
  readonly message?: string;
}

export function launchFigures(launches: readonly Launch[]): LaunchFiguresDto {
  const times = launches.filter(({ how }) => how !== 'failed').map(({ ms }) => ms);
  return {
    count: launches.length,
    failed: launches.length - times.length,
    warm: launches.filter(({ how }) => how === 'warm').length,
    p50_ms: percentile(times, 0.5),
    p95_ms: percentile(times, 0.95),
  };
}

const MINUTE_S = 60;
const MOST_BUCKETS = 120;

/** A minute for up to two hours, and whole minutes for more. */
export const bucketSeconds = (minutes: number): number => MINUTE_S * Math.ceil(minutes / MOST_BUCKETS);

/** Every bucket of the last `minutes`, the present one included, the oldest first. */
export function launchBuckets(launches: readonly Launch[], minutes: number, now: number): LaunchBucketDto[] {
  const length = 1_000 * bucketSeconds(minutes);
  const count = Math.ceil((minutes * MINUTE_S * 1_000) / length);
  const indexOf = (at: number) => Math.floor(at / length);
  const byIndex = Map.groupBy(launches, ({ at }) => indexOf(at));
  const first = indexOf(now) - count + 1;
  return Array.from({ length: count }, (_, i) => ({
    at: new Date((first + i) * length).toISOString(),
    ...launchFigures(byIndex.get(first + i) ?? []),
  }));
}
