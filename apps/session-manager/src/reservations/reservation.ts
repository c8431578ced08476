/** A place that is kept until its link is opened, or until its time is over. */
export interface Reservation {
  readonly reservationId: string;
  readonly userId: string;
  readonly metadata: Record<string, unknown>;
  /** How long the session will last; without it as the settings will say. */
  readonly hours?: number;
  /** SHA-256 (hex) of the token that opens the place, and later its session. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  readonly expiresAt: Date;
  /** The organiser who made it. */
  readonly by: string;
}

type Hash = Readonly<Record<string, string | undefined>>;

export const toReservationHash = (reservation: Reservation): Record<string, string> => ({
  user_id: reservation.userId,
  metadata: JSON.stringify(reservation.metadata),
  ...(reservation.hours === undefined ? {} : { hours: String(reservation.hours) }),
  token_hash: reservation.tokenHash,
  created_at: String(reservation.createdAt.getTime()),
  expires_at: String(reservation.expiresAt.getTime()),
  by: reservation.by,
});

/** `undefined` where there is no such reservation. */
export function fromReservationHash(reservationId: string, hash: Hash): Reservation | undefined {
  const { user_id: userId, token_hash: tokenHash } = hash;
  if (userId === undefined || tokenHash === undefined) return undefined;
  return {
    reservationId,
    userId,
    metadata: JSON.parse(hash['metadata'] ?? '{}') as Record<string, unknown>,
    ...(hash['hours'] === undefined ? {} : { hours: Number(hash['hours']) }),
    tokenHash,
    createdAt: new Date(Number(hash['created_at'])),
    expiresAt: new Date(Number(hash['expires_at'])),
    by: hash['by'] ?? '',
  };
}
