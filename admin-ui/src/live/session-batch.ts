import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import type { ActiveSessions, SessionRow } from './events';
import { withChanges } from './session-changes';

const EVERY_MS = 250;

/** Gathers changes of sessions and brings them into the cache a few times a second, so that a burst draws the table once. */
export class SessionBatch {
  private changes = new Map<string, SessionRow | null>();
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly queries: QueryClient) {}

  add(id: string, row: SessionRow | null): void {
    this.changes.set(id, row);
    this.timer ??= setTimeout(() => this.flush(), EVERY_MS);
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    this.changes.clear();
  }

  /** Waits for a list that is on its way: it may be older than the changes, and would undo them. */
  private flush(): void {
    this.timer = undefined;
    if (this.queries.isFetching({ queryKey: keys.activeSessions }) > 0) {
      this.timer = setTimeout(() => this.flush(), EVERY_MS);
      return;
    }
    const changes = this.changes;
    this.changes = new Map();
    this.queries.setQueryData<ActiveSessions>(keys.activeSessions, (list) => list && withChanges(list, changes));
    for (const id of changes.keys()) void this.queries.invalidateQueries({ queryKey: keys.session(id), exact: true });
  }
}
