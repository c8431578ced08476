import { foretell, sendBody, startForm, type SendForm } from './send-form';
import type { Choice } from './types';

const product = { kind: 'product', item: { id: 'okta' } } as Choice;
const scenario = { kind: 'scenario', item: { id: 'mfa', default_count: 40, lasts_s: 7200 } } as Choice;
const replay = { kind: 'upload', item: { id: 'u', default_count: 7, lasts_s: 600 } } as Choice;
const timeless = { kind: 'upload', item: { id: 'u', default_count: 7, lasts_s: null } } as Choice;
const form = (choice: Choice, change: Partial<SendForm> = {}): SendForm => ({ ...startForm(choice), ...change });

it.each<{ choice: Choice; change?: Partial<SendForm>; body: object; said: string }>([
  {
    choice: product,
    body: { product_id: 'okta', count: 100, rate: null },
    said: '100 events go as fast as allowed.',
  },
  {
    choice: product,
    change: { amount: 'duration', minutes: '1.5', rate: '20', seed: 's' },
    body: { product_id: 'okta', duration_s: 90, rate: 20, seed: 's' },
    said: 'Events go at 20 events per second for 2 min.',
  },
  {
    choice: product,
    change: { amount: 'continuous', rate: '5' },
    body: { product_id: 'okta', continuous: true, rate: 5 },
    said: 'Events go at 5 events per second until you stop them.',
  },
  {
    choice: product,
    change: { count: '' },
    body: { product_id: 'okta', count: undefined, rate: null },
    said: '0 events go as fast as allowed.',
  },
  {
    choice: scenario,
    body: { scenario_id: 'mfa', count: 40, pace: 'backdated', rate: null, noise: null },
    said: '40 events go as fast as allowed, dated as if they had happened over the last 2 h.',
  },
  {
    choice: scenario,
    change: { pace: 'compressed', lasts: '10', noise: '5' },
    body: { scenario_id: 'mfa', count: 40, pace: 'compressed', lasts_s: 600, rate: null, noise: { per_event: 5 } },
    said: '240 events, 200 of them background, go within 10 min instead of 2 h.',
  },
  {
    choice: scenario,
    change: { pace: 'real' },
    body: { scenario_id: 'mfa', count: 40, pace: 'real', rate: null, noise: null },
    said: '40 events go at their own moments, over 2 h.',
  },
  {
    choice: replay,
    body: { upload_id: 'u', count: 7, pace: 'backdated', rate: null },
    said: '7 events go as fast as allowed, dated as if they had happened over the last 10 min.',
  },
  {
    choice: timeless,
    change: { rate: '5' },
    body: { upload_id: 'u', count: 7, pace: 'rate', rate: 5 },
    said: '7 events go at 5 events per second, in their order, as they are.',
  },
])('asks for $body and says “$said”', ({ choice, change, body, said }) => {
  expect(sendBody(choice, form(choice, change))).toEqual(body);
  expect(foretell(choice, form(choice, change))).toBe(said);
});
