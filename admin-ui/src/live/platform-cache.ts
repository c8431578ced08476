import type { QueryClient } from '@tanstack/react-query';
import { keys } from '../api/keys';
import { notifyOthers } from '../shared/notices';
import { actWords, staleAfter } from './audit-rules';
import type { AuditEntry, Dashboard, Operation, PlatformEvents, SessionFigures } from './events';
import { tellAudit } from './on-audit';
import { furtherOf, withOperation, type OperationList } from './operation-changes';
import { isOwnAct, ownActs } from './own-acts';
import { SessionBatch } from './session-batch';

type Handlers = { readonly [Name in keyof PlatformEvents]: (data: PlatformEvents[Name]) => void };

/** Brings what the stream tells into the query cache, where the pages read it. */
export class PlatformCache {
  private readonly batch: SessionBatch;
  private readonly handlers: Handlers;

  constructor(private readonly queries: QueryClient) {
    this.batch = new SessionBatch(queries);
    this.handlers = {
      dashboard: (data) => this.dashboard(data),
      session: (row) => this.batch.add(row.session_id, row),
      session_gone: ({ session_id }) => this.batch.add(session_id, null),
      usage: ({ sessions }) =>
        queries.setQueryData<Record<string, SessionFigures>>(
          keys.sessionFigures,
          Object.fromEntries(sessions.map((figures) => [figures.session_id, figures])),
        ),
      operation: (data) => this.operation(data),
      audit: (entry) => this.audit(entry),
    };
  }

  take(name: string | undefined, data: unknown): void {
    if (name !== undefined && name in this.handlers) this.handlers[name as keyof Handlers](data as never);
  }

  /** What happened while nobody told: everything that a page shows is read again. */
  catchUp(): void {
    void this.queries.invalidateQueries();
  }

  stop(): void {
    this.batch.stop();
  }

  private operation(data: Operation): void {
    this.queries.setQueryData<Operation>(keys.operation(data.operation_id), (before) => furtherOf(before, data));
    this.queries.setQueryData<OperationList>(keys.operations, (list) => list && withOperation(list, data));
    // The stream tells the first failures only: whoever has the report open reads the others.
    if (data.status === 'done' && data.failures.length < data.failed) {
      void this.queries.invalidateQueries({ queryKey: keys.operation(data.operation_id) });
    }
  }

  /** What was launched since is in the histories already. */
  private dashboard(data: Dashboard): void {
    const before = this.queries.getQueryData<Dashboard>(keys.dashboard);
    this.queries.setQueryData(keys.dashboard, data);
    const { count, failed } = data.launches;
    if (before && (before.launches.count !== count || before.launches.failed !== failed)) {
      void this.queries.invalidateQueries({ queryKey: keys.histories });
    }
  }

  private audit(entry: AuditEntry): void {
    tellAudit(entry);
    for (const queryKey of staleAfter(entry)) void this.queries.invalidateQueries({ queryKey });
    const words = actWords(entry);
    if (words !== null && !isOwnAct(entry, ownActs.get(), Date.now())) notifyOthers(words);
  }
}
