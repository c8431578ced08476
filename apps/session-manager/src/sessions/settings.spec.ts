import { parseConfig } from '@app/config';
import { changedSettings, effectiveSettings, settingSources } from './settings';

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
