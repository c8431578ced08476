import type { TestPlatform } from '../support/platform';

/** Where a walk goes. */
export interface Place {
  /** The address that people open. */
  readonly origin: string;
  /** The session manager behind it: what a walk does not do by a page, it does there. */
  readonly platform: TestPlatform;
}

export const activeSessions = async ({ platform }: Place): Promise<{ session_id: string; user_id: string }[]> =>
  (await platform.admin('GET', '/sessions/active')).body.sessions;

/** Ends all sessions and gives up all kept places. */
export async function clear(place: Place): Promise<void> {
  for (const { session_id: id } of await activeSessions(place)) await place.platform.admin('DELETE', `/sessions/${id}`);
  const { reservations } = (await place.platform.admin('GET', '/reservations')).body;
  for (const { reservation_id: id } of reservations) await place.platform.admin('DELETE', `/reservations/${id}`);
}
