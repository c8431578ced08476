import { ApiProperty } from '@nestjs/swagger';
import type { Reservation } from './reservation';

/** A place that is kept until its link is opened. */
export class ReservationDto {
  @ApiProperty({ example: '5f1c0a9be8d24c7e9a31b6d0' })
  reservation_id: string;

  @ApiProperty({ example: 'ada@example.org' })
  user_id: string;

  /** How long the session will last; null for the platform's setting. */
  @ApiProperty({ type: Number, nullable: true, example: 8 })
  hours: number | null;

  @ApiProperty({ format: 'date-time' })
  created_at: string;

  /** When the place is given up. */
  @ApiProperty({ format: 'date-time' })
  expires_at: string;

  static from(reservation: Reservation): ReservationDto {
    return {
      reservation_id: reservation.reservationId,
      user_id: reservation.userId,
      hours: reservation.hours ?? null,
      created_at: reservation.createdAt.toISOString(),
      expires_at: reservation.expiresAt.toISOString(),
    };
  }
}

export class ReservationListDto {
  @ApiProperty({ type: 'integer', example: 10 })
  total: number;

  /** Those that were not opened yet, the next to expire first. */
  @ApiProperty({ type: [ReservationDto] })
  reservations: ReservationDto[];
}
