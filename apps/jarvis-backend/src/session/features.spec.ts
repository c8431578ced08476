import { FeatureDisabledError } from '../errors';
import { demand, mayChangeDestinations, mayGenerate, maySend, mayUseProduct, mayUseScenario } from './features';
import { featuresSchema, type Features } from './session.schema';

const features = (changes: Partial<Features> = {}): Features => ({ ...featuresSchema.parse({}), ...changes });
const endpoint = { id: 'sentinelone_endpoint', vendor: { id: 'sentinelone' } };
const okta = { id: 'okta_system_log', vendor: { id: 'okta' } };
const scenario = { id: 'phishing', products: [endpoint, okta] };

it('allows everything by default', () => {
  const all = features();
  const permissions = [
    mayGenerate(all),
    maySend(all),
    mayChangeDestinations(all),
    mayUseProduct(all, okta),
    mayUseScenario(all, scenario),
  ];
  expect(permissions).toEqual(permissions.map(() => ({ allowed: true })));
});

it.each([
  { products: ['all'], product: okta, allowed: true },
  { products: ['sentinelone'], product: endpoint, allowed: true },
  { products: ['sentinelone_endpoint'], product: endpoint, allowed: true },
  { products: ['sentinelone'], product: okta, allowed: false },
  { products: [], product: endpoint, allowed: false },
])('with products $products, $product.id is allowed: $allowed', ({ products, product, allowed }) =>
  expect(mayUseProduct(features({ products }), product).allowed).toBe(allowed),
);

it.each([
  { changes: { scenarios: ['phishing'] }, allowed: true },
  { changes: { scenarios: ['other'] }, allowed: false },
  { changes: { scenarios: [] }, allowed: false },
  { changes: { products: ['okta'] }, allowed: true },
  { changes: { products: ['cisco'] }, allowed: false },
])('with $changes, the scenario is allowed: $allowed', ({ changes, allowed }) =>
  expect(mayUseScenario(features(changes), scenario).allowed).toBe(allowed),
);

const mine = { ...scenario, id: 'custom-mine', custom: true, problems: [] };

it.each([
  { scenarios: ['all'], allowed: true },
  { scenarios: ['custom'], allowed: true },
  { scenarios: ['phishing', 'custom-mine'], allowed: true },
  { scenarios: ['phishing', 'custom-other'], allowed: false },
  { scenarios: [], allowed: false },
])('with scenarios $scenarios, one of the attendee is allowed: $allowed', ({ scenarios, allowed }) =>
  expect(mayUseScenario(features({ scenarios }), mine).allowed).toBe(allowed),
);

it('opens none of the organisers’ scenarios with custom', () =>
  expect(mayUseScenario(features({ scenarios: ['custom'] }), { ...scenario, custom: false }).allowed).toBe(false));

it('does not allow a scenario that no longer fits the content, and says why', () =>
  expect(mayUseScenario(features(), { ...mine, problems: [{ message: 'There is no product okta' }] })).toEqual({
    allowed: false,
    reason: 'It does not fit the content of this instance: There is no product okta. Edit it first.',
  }));

it('tells the reason', () => {
  const off = mayGenerate(features({ log_generation: false }));
  expect(off).toEqual({ allowed: false, reason: 'The organisers have switched log generation off for this session.' });
  expect(() => demand(off, 'log_generation')).toThrow(FeatureDisabledError);
});

it('takes a rate of zero for a stop, and no rate for no limit', () => {
  expect(maySend(features({ rate_limit: 0 })).allowed).toBe(false);
  expect(maySend(features({ rate_limit: null })).allowed).toBe(true);
});
