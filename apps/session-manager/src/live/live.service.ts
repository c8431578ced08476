import { Injectable, type MessageEvent } from '@nestjs/common';
import { Redis } from 'ioredis';
import {
  catchError,
  defer,
  EMPTY,
  exhaustMap,
  filter,
  from,
  fromEvent,
  interval,
  map,
  merge,
  of,
  takeUntil,
  type Observable,
} from 'rxjs';
import { AdminTokens } from '../auth/admin-tokens';
import { AdminEvents } from '../composition/admin-events';
import { DashboardService } from '../monitor/dashboard.service';
import { SessionRows } from './session-rows';

const HEARTBEAT_MS = 15_000;
const LOGIN_LOOK_MS = 10_000;
/** How long a page waits before it connects again. */
const RETRY_MS = 2_000;

/** Who listens. */
export interface Listener {
  /** The token of the login, where there is one. */
  readonly token: string | undefined;
  /** Whether it takes what is sent: false while the connection is choked. */
  readonly isReading: () => boolean;
}

/** All that happens, for the organisers' pages: each source is shared by all who listen here. */
@Injectable()
export class LiveService {
  constructor(
    private readonly redis: Redis,
    private readonly tokens: AdminTokens,
    private readonly events: AdminEvents,
    private readonly dashboard: DashboardService,
    private readonly rows: SessionRows,
  ) {}

  /**
   * Until the login ends. A listener that falls behind misses what the next event of its kind replaces; the rest waits, up to the bound of
   * the connection. When Redis was away changes are lost, so the stream ends: the page connects again and reads all anew.
   */
  follow({ token, isReading }: Listener): Observable<MessageEvent> {
    const dashboards = merge(
      defer(() => from(this.dashboard.now())),
      this.dashboard.changes,
    ).pipe(map((data) => ({ type: 'dashboard', data })));
    const usage = this.events.latestUsage();
    const all = merge(
      of<MessageEvent>({ retry: RETRY_MS }),
      usage === undefined ? EMPTY : of(usage),
      this.rows.changes,
      dashboards,
      this.events.all,
      HEARTBEATS,
    );
    return all.pipe(
      filter(({ type }) => !isReplaced(type) || isReading()),
      takeUntil(merge(this.endOfLogin(token), fromEvent(this.redis, 'ready'))),
    );
  }

  /** A Redis that is away cannot tell. */
  private endOfLogin(token: string | undefined): Observable<unknown> {
    if (token === undefined) return EMPTY;
    const account = defer(() => from(this.tokens.account(token))).pipe(catchError(() => EMPTY));
    return interval(LOGIN_LOOK_MS).pipe(
      exhaustMap(() => account),
      filter((name) => name === undefined),
    );
  }
}

const HEARTBEATS: Observable<MessageEvent> = interval(HEARTBEAT_MS).pipe(map(() => ({ comment: 'alive' })));

const isReplaced = (type: string | undefined): boolean => type === 'dashboard' || type === 'usage';
