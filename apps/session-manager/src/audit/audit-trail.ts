import { Injectable } from '@nestjs/common';
import { Redis } from 'ioredis';
import { auditEntry, idBefore, type AuditEntry, type StreamEntry } from './audit-entry';

const CHUNK = 500;
/** No request reads more; the stream is capped below this, so that only one that others filled needs a second request. */
const MOST_READ = 12_000;

export interface AuditQuery {
  readonly target?: string;
  readonly actor?: string;
  readonly action?: string;
  /** Only entries before the one of this id. */
  readonly before?: string;
  readonly limit: number;
}

export interface AuditPage {
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  /** Where the next page begins; `undefined` when there is none. */
  readonly next?: string;
}

/** Reads what `Audit` wrote. */
@Injectable()
export class AuditTrail {
  constructor(private readonly redis: Redis) {}

  async page({ before, limit, ...wanted }: AuditQuery): Promise<AuditPage> {
    const entries: AuditEntry[] = [];
    let last = before;
    for (let read = 0; read < MOST_READ; read += CHUNK) {
      const end = last === undefined ? '+' : idBefore(last);
      if (end === undefined) return { entries };
      const chunk: StreamEntry[] = await this.redis.xrevrange('audit', end, '-', 'COUNT', CHUNK);
      for (const entry of chunk.map(auditEntry)) {
        if (!fits(entry, wanted)) continue;
        if (entries.length === limit) return { entries, next: entries.at(-1)!.id };
        entries.push(entry);
      }
      if (chunk.length < CHUNK) return { entries };
      last = chunk.at(-1)![0];
    }
    return { entries, ...(last && { next: last }) };
  }
}

const fits = (entry: AuditEntry, { target, actor, action }: Partial<AuditQuery>): boolean =>
  (target === undefined || entry.target === target) &&
  (actor === undefined || entry.actor === actor) &&
  (action === undefined || entry.action === action);
