import { ApiProperty } from '@nestjs/swagger';
import type { PoolCounts } from '../pool/pool.repository';
import type { Line } from './line-watch';

const STATUSES = ['open', 'waiting', 'full'] as const;

export class WarmCapacityDto {
  /** Instances that are given away in milliseconds. */
  @ApiProperty({ type: 'integer', example: 20 })
  ready: number;

  @ApiProperty({ type: 'integer', example: 2 })
  starting: number;
}

export class LineCapacityDto {
  @ApiProperty({ type: 'integer', example: 0 })
  length: number;

  /** How many may wait; 0 where the waiting room is closed. */
  @ApiProperty({ type: 'integer', example: 1_000 })
  max_length: number;

  /** How long somebody who came now would wait; null when nothing tells. */
  @ApiProperty({ type: 'integer', nullable: true, example: 0 })
  estimated_wait_seconds: number | null;
}

/** How full the platform is. */
export class CapacityDto {
  /** What a launch gets now: an instance (`open`), a place in line where it asks for one (`waiting`), or a refusal (`full`). */
  @ApiProperty({ enum: STATUSES, example: 'open' })
  status: (typeof STATUSES)[number];

  @ApiProperty({ type: 'integer', example: 150 })
  max_sessions: number;

  @ApiProperty({ type: 'integer', example: 37 })
  active_sessions: number;

  /** Places that are kept for reservations. */
  @ApiProperty({ example: 0 })
  reserved: number;

  /** Launches that would get an instance now. */
  @ApiProperty({ type: 'integer', example: 113 })
  available: number;

  warm: WarmCapacityDto;

  waiting: LineCapacityDto;

  /** `places` is how many may wait. */
  static from(line: Line, { ready, starting }: PoolCounts, places: number): CapacityDto {
    const { available } = line;
    const closed = line.length < places ? 'waiting' : 'full';
    return {
      status: available > 0 ? 'open' : closed,
      max_sessions: line.cap,
      active_sessions: line.taken - line.reserved,
      reserved: line.reserved,
      available,
      warm: { ready, starting },
      waiting: {
        length: line.length,
        max_length: places,
        estimated_wait_seconds: line.secondsUntil(line.length + 1) ?? null,
      },
    };
  }
}
