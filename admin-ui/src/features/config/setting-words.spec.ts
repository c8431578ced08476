import { changeWords, changesIn } from './setting-words';

it.each([
  [{ name: 'max_sessions', from: 150, to: 80 }, 'Sessions at once: 150 → 80'],
  [{ name: 'session_ttl_hours', from: 24, to: 0.5 }, 'Lifetime in hours: 24 → 0.5'],
  [{ name: 'features.log_generation', from: true, to: false }, 'Generate logs: on → off'],
  [{ name: 'features.products', from: ['all'], to: ['okta', 'cisco'] }, 'Products: all → okta, cisco'],
  [{ name: 'features.max_events', from: null, to: 1000 }, 'Most events in total: no limit → 1,000'],
  [{ name: 'rate_limit', from: 10, to: null }, 'Events per second: 10 → no limit'],
  [{ name: 'event_access_code', from: 'none', to: 'set' }, 'Access code: none → set'],
  [{ name: 'something_new', from: 'a', to: 'b' }, 'something_new: a → b'],
  [{ name: 'max_sessions', from: 150, to: 150 }, 'Sessions at once: 150, now decided anew'],
])('says %j as %s', (change, words) => expect(changeWords(change)).toBe(words));

it('finds the changes in an entry’s detail', () => {
  expect(changesIn({ changes: { max_sessions: { from: 150, to: 80 }, odd: 3 } })).toEqual([
    { name: 'max_sessions', from: 150, to: 80 },
  ]);
  expect(changesIn({ hours: 12 })).toEqual([]);
});
