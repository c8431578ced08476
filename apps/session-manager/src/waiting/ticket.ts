/** A place in the waiting room, or what became of it. */
export interface Ticket {
  readonly ticketId: string;
  readonly userId: string;
  readonly metadata: Record<string, unknown>;
  /** SHA-256 (hex) of the token that opens the ticket, and later its session. */
  readonly tokenHash: string;
  readonly createdAt: Date;
  /** The session that it has become. */
  readonly sessionId?: string;
  /** Why it is over without one. */
  readonly endReason?: TicketEnd;
}

export const TICKET_ENDS = ['left', 'away', 'user_limit', 'lost'] as const;
/** Its holder left the line, or was not heard of for too long, has as many sessions as they may have, or its record is gone. */
export type TicketEnd = (typeof TICKET_ENDS)[number];

type Hash = Readonly<Record<string, string | undefined>>;

export const toTicketHash = ({ userId, metadata, tokenHash, createdAt }: Ticket): Record<string, string> => ({
  user_id: userId,
  metadata: JSON.stringify(metadata),
  token_hash: tokenHash,
  created_at: String(createdAt.getTime()),
});

/** `undefined` where there is no such ticket. */
export function fromTicketHash(ticketId: string, hash: Hash): Ticket | undefined {
  const { user_id: userId, token_hash: tokenHash } = hash;
  if (userId === undefined || tokenHash === undefined) return undefined;
  return {
    ticketId,
    userId,
    tokenHash,
    metadata: JSON.parse(hash['metadata'] ?? '{}') as Record<string, unknown>,
    createdAt: new Date(Number(hash['created_at'])),
    ...(hash['session_id'] === undefined ? {} : { sessionId: hash['session_id'] }),
    ...(hash['end_reason'] === undefined ? {} : { endReason: hash['end_reason'] as TicketEnd }),
  };
}
