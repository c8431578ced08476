import { Injectable, Logger } from '@nestjs/common';
import { asyncScheduler, Subject, throttleTime } from 'rxjs';
import { AdminEvents } from '../composition/admin-events';
import { isRedisAway } from '../http/redis-away';
import { OperationDto } from './operations.dto';
import { MOST_LISTED_FAILURES, OperationsRepository } from './operations.repository';

const EVERY_MS = 250;

/** Tells the organisers' pages how far operations have come. */
@Injectable()
export class OperationProgress {
  private readonly logger = new Logger('Operations');

  constructor(
    private readonly repository: OperationsRepository,
    private readonly events: AdminEvents,
  ) {}

  /** Tells how the operation stands each time that it is asked to, a few times a second at most, until it is stopped. */
  follow(operationId: string): { note(): void; stop(): void } {
    const steps = new Subject<void>();
    const subscription = steps
      .pipe(throttleTime(EVERY_MS, asyncScheduler, { leading: true, trailing: true }))
      .subscribe(() => void this.tell(operationId));
    return { note: () => steps.next(), stop: () => subscription.unsubscribe() };
  }

  /** Never rejects: pages read it again when they come back. */
  async tell(operationId: string): Promise<void> {
    try {
      const operation = await this.repository.find(operationId);
      if (operation === undefined) return;
      const failures = await this.repository.failures(operationId, MOST_LISTED_FAILURES);
      await this.events.publish('operation', OperationDto.from(operation, failures));
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn(`Failed to tell of ${operationId}`, { error: String(error) });
    }
  }
}
