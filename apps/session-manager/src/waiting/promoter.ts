import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Config } from '@app/config';
import { Redis } from 'ioredis';
import { filter, Subscription } from 'rxjs';
import { CONFIG } from '../composition/tokens';
import { InstanceStates } from '../instances/instance-states';
import { hasEnded } from '../sessions/session';
import { SessionEvents } from '../sessions/session-events';
import { SessionsService } from '../sessions/sessions.service';
import { LineWatch } from './line-watch';
import { TicketsRepository } from './tickets.repository';

const LOOK_MS = 2_000;

/** Turns the head of the line into a session whenever there is room, and gives up the places of those who went away. */
@Injectable()
export class Promoter implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('WaitingRoom');
  private readonly subscription = new Subscription();
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> | undefined;
  private again = false;
  private stopped = false;
  /** Nobody could show that they are there before. */
  private listeningSince = Date.now();
  private readonly onReady = () => {
    this.listeningSince = Date.now();
    this.look();
  };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly redis: Redis,
    private readonly tickets: TicketsRepository,
    private readonly line: LineWatch,
    private readonly sessions: SessionsService,
    private readonly states: InstanceStates,
    private readonly events: SessionEvents,
  ) {}

  onApplicationBootstrap(): void {
    this.listeningSince = Date.now();
    this.redis.on('ready', this.onReady);
    this.timer = setInterval(() => this.look(), LOOK_MS);
    this.subscription.add(this.events.all.pipe(filter(hasEnded)).subscribe(() => this.look()));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    this.redis.off('ready', this.onReady);
    this.subscription.unsubscribe();
    await this.looking;
  }

  /** Looks whether it is anybody's turn; asked while it looks, it looks again. */
  look(): void {
    if (this.stopped) return;
    if (this.looking !== undefined) {
      this.again = true;
      return;
    }
    this.looking = this.lookUntilQuiet()
      .catch((error: unknown) => this.logger.debug(`The line is looked at again: ${String(error)}`))
      .finally(() => {
        this.looking = undefined;
      });
  }

  private async lookUntilQuiet(): Promise<void> {
    do {
      this.again = false;
      await this.dropAway();
      while (await this.promoteHead());
    } while (this.again);
  }

  /** Answers whether the next one may be looked at. */
  private async promoteHead(): Promise<boolean> {
    if (this.stopped || !this.states.isConnected) return false;
    const ticketId = await this.tickets.head();
    if (ticketId === undefined) return false;
    const ticket = await this.tickets.find(ticketId);
    if (ticket === undefined) {
      this.logger.warn(`The ticket ${ticketId} has no record any more`);
      await this.tickets.leave(ticketId, 'lost');
      return true;
    }
    const { userId, metadata, tokenHash } = ticket;
    const admission = await this.sessions.admit({ userId, metadata, tokenHash }, { ticketId });
    switch (admission.outcome) {
      case 'admitted': {
        const { session } = admission;
        this.logger.log(`A ticket became the session ${session.sessionId}`, {
          ticketId,
          sessionId: session.sessionId,
          waitedMs: Date.now() - ticket.createdAt.getTime(),
        });
        this.sessions.beginSoon(session);
        return true;
      }
      case 'user_limit':
        await this.tickets.leave(ticketId, 'user_limit');
        this.line.noteChange();
        return true;
      case 'not_first':
        // Another replica was faster.
        return true;
      default:
        return false;
    }
  }

  private async dropAway(): Promise<void> {
    const { timeoutMs } = this.config.waiting;
    const until = Date.now() - timeoutMs;
    if (until < this.listeningSince) return;
    for (const ticketId of await this.tickets.unseenSince(until)) {
      if (await this.tickets.leave(ticketId, 'away', until)) {
        this.logger.log(`Gave up the place of ticket ${ticketId}: its holder is away`);
        this.line.noteChange();
      }
    }
  }
}
