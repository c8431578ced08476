import { clock } from '../shared/time';
import { isOffline, live, liveWords } from './live-state';

const since = Date.UTC(2026, 10, 25, 14, 3, 22);

it.each([
  [{ name: 'connecting' } as const, 0, 'Connecting…'],
  [{ name: 'live' } as const, 0, 'Live'],
  [{ name: 'away', since } as const, 3_000, 'Reconnecting…'],
  [{ name: 'away', since } as const, 60_000, `Offline since ${clock(since)}`],
])('says of %j after %i ms: %s', (state, after, words) => expect(liveWords(state, since + after)).toBe(words));

it('keeps the moment of the first loss until it is live again', () => {
  live.connected();
  live.lost(since);
  live.lost(since + 5_000);
  expect(live.get()).toEqual({ name: 'away', since });
  expect(isOffline(live.get(), since + 9_000)).toBe(true);
  live.connected();
  expect(live.get()).toEqual({ name: 'live' });
});
