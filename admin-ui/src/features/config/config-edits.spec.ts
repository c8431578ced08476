import { afterSaving, conflicts, draftWith, insist, letGo, touch, type Edits } from './config-edits';
import { aConfig } from './a-config';

const config = aConfig();
const eighty = aConfig({ max_sessions: 80 });
const oktaOnly = aConfig({ features: { ...config.features, products: ['okta'] } });

it('shows the server’s values where nothing was touched, and one’s own where it was', () => {
  const edits = touch(touch({}, config, 'max_sessions', 100), config, 'features.max_events', 5);
  expect(draftWith(oktaOnly, edits)).toMatchObject({
    max_sessions: 100,
    max_sessions_per_user: 5,
    features: { products: ['okta'], max_events: 5, rate_limit: null },
  });
});

it('forgets an edit that comes back to the server’s value', () => {
  const edits = touch({}, config, 'max_sessions', 100);
  expect(touch(edits, config, 'max_sessions', 150)).toEqual({});
  expect(touch(edits, eighty, 'max_sessions', 80)).toEqual({});
  expect(letGo(edits, 'max_sessions')).toEqual({});
});

it.each<[string, Edits, typeof config, object]>([
  ['nothing changed', touch({}, config, 'max_sessions', 100), config, {}],
  ['an untouched field changed', touch({}, config, 'max_sessions', 100), oktaOnly, {}],
  ['a touched field changed', touch({}, config, 'max_sessions', 100), eighty, { max_sessions: 80 }],
  ['it changed to the same', touch({}, config, 'max_sessions', 80), eighty, {}],
  [
    'a list changed',
    touch({}, config, 'features.products', ['sentinelone']),
    oktaOnly,
    { 'features.products': ['okta'] },
  ],
])('when %s', (_what, edits, now, found) => expect(conflicts(now, edits)).toEqual(found));

it('goes on with a conflict while one types, until one insists', () => {
  const edits = touch(touch({}, config, 'max_sessions', 100), eighty, 'max_sessions', 101);
  expect(conflicts(eighty, edits)).toEqual({ max_sessions: 80 });
  expect(conflicts(eighty, insist(edits, eighty, 'max_sessions'))).toEqual({});
  expect(draftWith(eighty, insist(edits, eighty, 'max_sessions')).max_sessions).toBe(101);
});

it.each<[string, (sent: Edits) => Edits, Edits]>([
  ['nothing where nothing was touched meanwhile', (sent) => sent, {}],
  [
    'another field',
    (sent) => touch(sent, config, 'event_access_code', 'K7QM-4XWD'),
    { event_access_code: { value: 'K7QM-4XWD', from: '' } },
  ],
  [
    'the field itself, from what is saved',
    (sent) => touch(sent, config, 'max_sessions', 90),
    { max_sessions: { value: 90, from: 80 } },
  ],
  [
    'the way back to what was there',
    (sent) => touch(sent, config, 'max_sessions', 150),
    { max_sessions: { value: 150, from: 80 } },
  ],
])('keeps of what was touched while it saved: %s', (_what, meanwhile, left) => {
  const sent = touch({}, config, 'max_sessions', 80);
  expect(afterSaving(meanwhile(sent), sent, config, eighty)).toEqual(left);
});
