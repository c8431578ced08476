import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { KEYS } from '../sessions/keys';
import type { LaunchFiguresDto } from './dashboard.dto';
import type { LaunchHistoryDto } from './history.dto';
import { bucketSeconds, launchBuckets, launchFigures, type Launch } from './launch-figures';
import { timeOf, toRecord, type StreamEntry } from './streams';

const MINUTE_MS = 60_000;
const KEPT_MS = 1_440 * MINUTE_MS;
const FRESH_MS = 1_000;
const MOST_FAILURES = 50;

/** The launches that came to an end within the last day: only what is new is read from the log, at most once a second. */
@Injectable()
export class LaunchHistory {
  private launches: Launch[] = [];
  private lastId = '0';
  private read: { readonly at: number; readonly done: Promise<void> } | undefined;

  constructor(private readonly redis: Redis) {}

  async lastHour(): Promise<LaunchFiguresDto> {
    return launchFigures(await this.since(60));
  }

  async of(minutes: number): Promise<LaunchHistoryDto> {
    const launches = await this.since(minutes);
    const failures = launches.filter(({ how }) => how === 'failed').slice(-MOST_FAILURES);
    return {
      bucket_seconds: bucketSeconds(minutes),
      buckets: launchBuckets(launches, minutes, Date.now()),
      failures: failures.toReversed().map((failure) => ({
        at: new Date(failure.at).toISOString(),
        session_id: failure.sessionId,
        user_id: failure.userId,
        code: failure.code ?? 'launch_failed',
        message: failure.message ?? '',
      })),
    };
  }

  private async since(minutes: number): Promise<Launch[]> {
    await this.refresh();
    const begin = Date.now() - minutes * MINUTE_MS;
    return this.launches.filter(({ at }) => at > begin);
  }

  private refresh(): Promise<void> {
    const { read } = this;
    if (read !== undefined && performance.now() - read.at < FRESH_MS) return read.done;
    // One read follows the other: two at once would take the same entries.
    const done = (read?.done ?? Promise.resolve()).catch(() => undefined).then(() => this.readNew());
    this.read = { at: performance.now(), done };
    return done;
  }

  private async readNew(): Promise<void> {
    const entries = await this.redis.xrange(KEYS.launches, `(${this.lastId}`, '+');
    const begin = Date.now() - KEPT_MS;
    this.launches = [...this.launches.filter(({ at }) => at > begin), ...entries.map(toLaunch)];
    this.lastId = entries.at(-1)?.[0] ?? this.lastId;
  }
}

function toLaunch([id, fields]: StreamEntry): Launch {
  const { session = '', user = '', how, ms, code, message } = toRecord(fields);
  return {
    at: timeOf(id),
    sessionId: session,
    userId: user,
    how: how as Launch['how'],
    ms: Number(ms),
    ...(code !== undefined && { code }),
    ...(message !== undefined && { message }),
  };
}
