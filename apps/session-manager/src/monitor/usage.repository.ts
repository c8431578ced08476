import { Injectable } from '@nestjs/common';
import type { InstanceUsage } from '@app/orchestrator';
import { Redis } from 'ioredis';
import { KEYS } from '../sessions/keys';
import type { PlatformSampleDto } from './history.dto';
import { timeOf, toRecord, type StreamEntry } from './streams';
import { packUsage, unpackUsage, type Reading } from './usage-rates';

const MINUTE_MS = 60_000;
const DAY_SECONDS = 86_400;
/** An instance's readings: each of the last hour, and of the last day one in five minutes. */
const FINE_MINUTES = 60;
const FINE_ENTRIES = 360;
const COARSE_MS = 5 * MINUTE_MS;
const COARSE_ENTRIES = 288;
/** An instance that has ended leaves nothing after this long. */
const INSTANCE_SECONDS = 3_600;
const PLATFORM_ENTRIES = 8_640;
const LATEST_SECONDS = 300;
/** The field of the latest readings that tells their time. */
const AT = 'at';

/** What was read of the whole platform; `instances` are those of which there were figures. */
export type PlatformSample = PlatformSampleDto & { readonly instances: number };

/** Readings of what instances use, in Redis, so that replicas share them. */
@Injectable()
export class UsageRepository {
  constructor(private readonly redis: Redis) {}

  /** The last readings, by instance id. */
  async latest(): Promise<Map<string, Reading>> {
    const { [AT]: at, ...instances } = await this.redis.hgetall(KEYS.usageLatest);
    return new Map(Object.entries(instances).map(([id, json]) => [id, toReading(Number(at), json)]));
  }

  /** An instance's last reading, which has its limits. */
  async latestOf(instanceId: string): Promise<Reading | undefined> {
    const [at, json] = await this.redis.hmget(KEYS.usageLatest, AT, instanceId);
    return at && json ? toReading(Number(at), json) : undefined;
  }

  /** Keeps one round of readings; `before` is when the round before was (ms). One trip, however many instances there are. */
  async add(at: number, before: number, usage: ReadonlyMap<string, InstanceUsage>): Promise<void> {
    const pipeline = this.redis.pipeline();
    const isCoarse = Math.floor(at / COARSE_MS) !== Math.floor(before / COARSE_MS);
    const keep = (key: string, most: number, used: InstanceUsage) =>
      pipeline.xadd(key, 'MAXLEN', '~', most, '*', 'used', packUsage(used)).expire(key, INSTANCE_SECONDS);
    for (const [id, used] of usage) {
      keep(KEYS.usageInstance(id), FINE_ENTRIES, used);
      if (isCoarse) keep(KEYS.usageInstanceCoarse(id), COARSE_ENTRIES, used);
    }
    const latest = [...usage].flatMap(([id, used]) => [id, JSON.stringify(used)]);
    pipeline
      .del(KEYS.usageLatest)
      .hset(KEYS.usageLatest, AT, at, ...latest)
      .expire(KEYS.usageLatest, LATEST_SECONDS);
    failFast(await pipeline.exec());
  }

  async addPlatform(sample: PlatformSample): Promise<void> {
    const key = KEYS.usagePlatform;
    const pipeline = this.redis.pipeline();
    pipeline.xadd(key, 'MAXLEN', '~', PLATFORM_ENTRIES, '*', 'sample', JSON.stringify(sample)).expire(key, DAY_SECONDS);
    failFast(await pipeline.exec());
  }

  async ofInstance(instanceId: string, minutes: number): Promise<Reading[]> {
    const key = minutes <= FINE_MINUTES ? KEYS.usageInstance(instanceId) : KEYS.usageInstanceCoarse(instanceId);
    const entries = await this.since(key, minutes);
    return entries.map(([id, fields]) => ({ at: timeOf(id), usage: unpackUsage(toRecord(fields)['used'] ?? '') }));
  }

  async ofPlatform(minutes: number): Promise<PlatformSample[]> {
    return (await this.since(KEYS.usagePlatform, minutes)).map(toSample);
  }

  async latestOfPlatform(): Promise<PlatformSample | undefined> {
    const [entry] = await this.redis.xrevrange(KEYS.usagePlatform, '+', '-', 'COUNT', 1);
    return entry && toSample(entry);
  }

  private since(key: string, minutes: number): Promise<StreamEntry[]> {
    return this.redis.xrange(key, Date.now() - minutes * MINUTE_MS, '+');
  }
}

const toReading = (at: number, json: string): Reading => ({ at, usage: JSON.parse(json) as InstanceUsage });

const toSample = ([, fields]: StreamEntry): PlatformSample =>
  JSON.parse(toRecord(fields)['sample'] ?? '{}') as PlatformSample;

function failFast(answers: [error: Error | null, result: unknown][] | null): void {
  for (const [error] of answers ?? []) if (error !== null) throw error;
}
