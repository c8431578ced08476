import type { TestPlatform } from '../support/platform';

/** Where a walk goes. */
export interface Place {
  /** The address that people open. */
  readonly origin: string;
  /** The session manager behind it: what a walk does not do by a page, it does there. */
  readonly platform: TestPlatform;
}

/** Ends all sessions and gives up all kept places. */
export async function clear({ platform }: Place): Promise<void> {
  await platform.endSessions();
  const { reservations } = (await platform.admin('GET', '/reservations')).body;
  for (const { reservation_id: id } of reservations) await platform.admin('DELETE', `/reservations/${id}`);
}
