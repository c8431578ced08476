import { parseConfig } from '@app/config';
import {
  changedFeatures,
  changedSettings,
  DEFAULT_FEATURES,
  effectiveSettings,
  featureChanges,
  settingsChanges,
  settingSources,
  type SettingsChange,
  type StoredSettings,
} from './settings';

const config = parseConfig({ MAX_SESSIONS_PER_USER: '3' });

it('starts from the environment and the defaults', () => {
  expect(effectiveSettings(config, {})).toMatchObject({
    max_sessions: 150,
    max_sessions_per_user: 3,
    session_ttl_hours: 24,
  });
  expect(settingSources(config, {})).toEqual({
    max_sessions: 'default',
    max_sessions_per_user: 'environment',
    session_ttl_hours: 'default',
    event_access_code: 'default',
    features: 'default',
  });
});

it('follows what an admin set, and leaves the rest', () => {
  const stored = changedSettings(config, {}, { max_sessions: 10, features: { destinations: false } });
  expect(effectiveSettings(config, stored)).toMatchObject({
    max_sessions: 10,
    max_sessions_per_user: 3,
    features: { destinations: false, log_generation: true, products: ['all'] },
  });
  expect(settingSources(config, stored)).toMatchObject({ max_sessions: 'admin', features: 'admin' });
});

it('adds one change to another', () => {
  const once = changedSettings(config, {}, { features: { destinations: false } });
  const twice = changedSettings(config, once, { session_ttl_hours: 1, features: { max_events: 5 } });
  expect(effectiveSettings(config, twice)).toMatchObject({
    session_ttl_hours: 1,
    features: { destinations: false, max_events: 5 },
  });
});

it("lets a later change of the environment win over the admin's older one", () => {
  const stored = changedSettings(config, {}, { max_sessions: 200 });
  const emergency = parseConfig({}, { MAX_TOTAL_SESSIONS: '50' });
  expect(effectiveSettings(emergency, stored).max_sessions).toBe(50);
  expect(settingSources(emergency, stored).max_sessions).toBe('environment');
});

it('counts what an admin sets after that again', () => {
  const emergency = parseConfig({}, { MAX_TOTAL_SESSIONS: '50' });
  const stored = changedSettings(emergency, changedSettings(config, {}, { max_sessions: 200 }), { max_sessions: 60 });
  expect(effectiveSettings(emergency, stored).max_sessions).toBe(60);
});

it('gives back to the environment and the defaults what is reset', () => {
  const stored = changedSettings(config, {}, { max_sessions: 10, session_ttl_hours: 1, features: { max_events: 5 } });
  const reset = changedSettings(config, stored, { reset: ['max_sessions', 'features'], session_ttl_hours: 2 });
  expect(effectiveSettings(config, reset)).toEqual({ ...effectiveSettings(config, {}), session_ttl_hours: 2 });
  expect(settingSources(config, reset)).toMatchObject({ max_sessions: 'default', features: 'default' });
  expect(changedFeatures({ max_events: 5, rate_limit: 1 }, { features: {}, reset: ['max_events'] })).toEqual({
    rate_limit: 1,
  });
});

it("takes a value that an admin set for the admin's, be it the environment's or not", () => {
  const stored = changedSettings(config, {}, { max_sessions_per_user: 3 });
  expect(settingSources(config, stored).max_sessions_per_user).toBe('admin');
});

it.each([
  ['nothing', {}, {}],
  ['a limit', { max_sessions: 10 }, { max_sessions: { from: 150, to: 10 } }],
  ['what was so already', { max_sessions: 150 }, { max_sessions: { from: 150, to: 150 } }],
  ['what was set so already', { session_ttl_hours: 1 }, {}],
  ['a reset', { reset: ['session_ttl_hours' as const] }, { session_ttl_hours: { from: 1, to: 24 } }],
  ['a reset of what nobody set', { reset: ['max_sessions' as const] }, {}],
  [
    'features',
    { features: { max_events: 7, products: ['all'], destinations: false } },
    {
      'features.products': { from: ['all'], to: ['all'] },
      'features.max_events': { from: 5, to: 7 },
    },
  ],
])('tells of %s what has changed', (_, change, changes) => {
  const stored = changedSettings(
    config,
    {},
    { session_ttl_hours: 1, features: { max_events: 5, destinations: false } },
  );
  expect(settingsChanges(config, stored, changedSettings(config, stored, change))).toEqual(changes);
});

it("tells what changes of a session's own features", () => {
  const platform = { ...DEFAULT_FEATURES, max_events: 100 };
  expect(featureChanges(platform, { rate_limit: 1 }, { rate_limit: 2, max_events: 5 })).toEqual({
    'features.max_events': { from: 100, to: 5 },
    'features.rate_limit': { from: 1, to: 2 },
  });
});

it('has an access code from the environment, from an admin, or none', () => {
  const open = parseConfig({});
  const closed = parseConfig({ EVENT_ACCESS_CODE: 'K7QM-4XWD' });
  const codeOf = (event: typeof open, ...changes: SettingsChange[]) =>
    effectiveSettings(
      event,
      changes.reduce<StoredSettings>((stored, change) => changedSettings(event, stored, change), {}),
    ).event_access_code;
  expect(codeOf(open)).toBeNull();
  expect(codeOf(closed)).toBe('K7QM-4XWD');
  expect(codeOf(open, { event_access_code: 'ZZ99-AA11' })).toBe('ZZ99-AA11');
  expect(codeOf(closed, { event_access_code: null })).toBeNull();
  expect(codeOf(closed, { event_access_code: null }, { reset: ['event_access_code'] })).toBe('K7QM-4XWD');
  const lifted = changedSettings(closed, {}, { event_access_code: null });
  expect(settingSources(closed, lifted).event_access_code).toBe('admin');
  expect(settingSources(closed, {}).event_access_code).toBe('environment');
});

it.each([
  [null, 'K7QM-4XWD', { from: 'none', to: 'set' }],
  ['K7QM-4XWD', 'ZZ99-AA11', { from: 'set', to: 'set anew' }],
  ['K7QM-4XWD', null, { from: 'set', to: 'none' }],
])('tells that the access code %s became %s, and never which it is', (before, after, change) => {
  const stored = changedSettings(config, {}, { event_access_code: before });
  const next = changedSettings(config, stored, { event_access_code: after });
  expect(settingsChanges(config, stored, next)).toEqual({ event_access_code: change });
});
