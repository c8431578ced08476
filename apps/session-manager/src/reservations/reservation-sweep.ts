import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { isRedisAway } from '../http/redis-away';
import { ReservationsRepository } from './reservations.repository';

/** Clears away what is left of places that nobody came for. */
@Injectable()
export class ReservationSweep {
  private readonly logger = new Logger('Reservations');

  constructor(private readonly repository: ReservationsRepository) {}

  @Interval(5_000)
  async sweep(): Promise<void> {
    try {
      await this.repository.sweep(new Date());
    } catch (error) {
      if (!isRedisAway(error)) this.logger.warn('Failed to clear old reservations', { error: String(error) });
    }
  }
}
