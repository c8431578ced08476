import { aConfig } from './a-config';
import { configChanges, configErrors, draftOf } from './config-changes';

const config = aConfig();
const draft = draftOf(config);

it.each([
  [{}, {}],
  [{ max_sessions: 50 }, { max_sessions: 50 }],
  [{ event_access_code: 'K7QM-4XWD' }, { event_access_code: 'K7QM-4XWD' }],
  [{ features: { ...draft.features, products: ['sentinelone'] } }, { features: { products: ['sentinelone'] } }],
  [
    { session_ttl_hours: 0.5, features: { ...draft.features, destinations: false } },
    { session_ttl_hours: 0.5, features: { destinations: false } },
  ],
])('sends of %j only what differs', (edit, changes) =>
  expect(configChanges(config, { ...draft, ...edit })).toEqual(changes),
);

it.each([
  [{}, []],
  [{ max_sessions: 0 }, []],
  [{ max_sessions: 10_001 }, ['max_sessions']],
  [{ max_sessions: 1.5 }, ['max_sessions']],
  [{ max_sessions: '' as const }, ['max_sessions']],
  [{ max_sessions_per_user: 0 }, ['max_sessions_per_user']],
  [{ session_ttl_hours: 0 }, ['session_ttl_hours']],
  [{ session_ttl_hours: 0.25 }, []],
  [{ event_access_code: 'short' }, ['event_access_code']],
  [{ features: { ...draft.features, scenarios: [] } }, ['scenarios']],
  [{ features: { ...draft.features, products: ['all', 'okta'] } }, ['products']],
  [{ features: { ...draft.features, max_events: 0, rate_limit: 0 } }, ['rate_limit']],
  [{ features: { ...draft.features, max_events: 2.5 } }, ['max_events']],
])('of %j finds fault with %j', (edit, faults) =>
  expect(Object.keys(configErrors({ ...draft, ...edit }))).toEqual(faults),
);

it('sends that no code is asked for any more when its field is emptied', () => {
  const closed = aConfig({ event_access_code: 'K7QM-4XWD' });
  expect(configChanges(closed, { ...draftOf(closed), event_access_code: '' })).toEqual({ event_access_code: null });
  expect(configChanges(closed, draftOf(closed))).toEqual({});
});
