import type { TestPlatform, Answer } from '../support/platform';

/** What the fragment of a link holds. */
export const opened = (link: string): { session?: string; reservation?: string; token?: string } =>
  Object.fromEntries(new URLSearchParams(new URL(link).hash.slice(1)));

export const sendRoster = (
  platform: TestPlatform,
  mode: 'create' | 'reserve',
  csv: string,
  rest: object = {},
): Promise<Answer> => platform.admin('POST', '/roster', { mode, csv, ...rest });

/** Reserves a place for each of these users; answers their entries with the tokens of the links. */
export async function reserve(platform: TestPlatform, users: readonly string[], rest: object = {}) {
  const { body } = await sendRoster(platform, 'reserve', `user_id\n${users.join('\n')}`, rest);
  return (body.entries as Answer['body'][]).map((entry) => ({
    id: entry.reservation_id as string,
    token: opened(entry.link).reservation as string,
    entry,
  }));
}

export const claim = (platform: TestPlatform, token: string): Promise<Answer> =>
  platform.request('POST', '/api/reservations/claim', undefined, { authorization: `Bearer ${token}` });
