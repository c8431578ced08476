import { Injectable, type MessageEvent } from '@nestjs/common';
import type { InstanceEvent } from '@app/orchestrator';
import {
  asyncScheduler,
  buffer,
  catchError,
  concatMap,
  connect,
  defer,
  EMPTY,
  from,
  map,
  merge,
  mergeMap,
  of,
  share,
  throttleTime,
  type Observable,
} from 'rxjs';
import { AdminSessionRowDto } from '../admin/admin.dto';
import { InstanceStates } from '../instances/instance-states';
import type { EndedSession } from '../sessions/session';
import { SessionEvents } from '../sessions/session-events';
import { SessionsRepository } from '../sessions/sessions.repository';
import type { SessionGoneEventDto } from './live.dto';

/** The first change is told at once, those that follow it soon together: no session is told of more often than four times a second. */
const SETTLE_MS = 250;

/** The rows of the organisers' table as they change, read once however many look at them. */
@Injectable()
export class SessionRows {
  readonly changes: Observable<MessageEvent>;

  constructor(
    events: SessionEvents,
    private readonly states: InstanceStates,
    private readonly repository: SessionsRepository,
  ) {
    const touched = merge(
      events.all.pipe(map(({ sessionId }) => sessionId)),
      states.events.pipe(mergeMap((event) => this.touchedBy(event))),
    );
    this.changes = touched.pipe(
      connect((ids) =>
        ids.pipe(buffer(ids.pipe(throttleTime(SETTLE_MS, asyncScheduler, { leading: true, trailing: true })))),
      ),
      // Redis that is away is no reason to end: whoever listens reads all again when it is back.
      concatMap((ids) => defer(() => from(this.read([...new Set(ids)]))).pipe(catchError(() => EMPTY))),
      concatMap((messages) => from(messages)),
      share(),
    );
  }

  private touchedBy(event: InstanceEvent): Observable<string> {
    switch (event.kind) {
      case 'service':
        return of(event.sessionId);
      case 'connected':
        // Any container may have changed while the engine was away.
        return defer(() => from(this.repository.ids())).pipe(
          mergeMap((ids) => from(ids)),
          catchError(() => EMPTY),
        );
      case 'lost':
        return EMPTY;
    }
  }

  private async read(ids: readonly string[]): Promise<MessageEvent[]> {
    const sessions = await this.repository.findAll(ids);
    const found = new Set(sessions.map(({ sessionId }) => sessionId));
    const ended = await Promise.all(ids.filter((id) => !found.has(id)).map((id) => this.repository.findEnded(id)));
    return [
      ...sessions.map((session) => ({
        type: 'session',
        data: AdminSessionRowDto.from(session, this.states.of(session.instanceId)),
      })),
      // Warm instances and what was deleted by hand have no history.
      ...ended
        .filter((session) => session !== undefined)
        .map((session) => ({ type: 'session_gone', data: gone(session) })),
    ];
  }
}

const gone = ({ sessionId, status, endReason }: EndedSession): SessionGoneEventDto => ({
  session_id: sessionId,
  status,
  reason: endReason,
});
