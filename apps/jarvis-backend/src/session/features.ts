import { FeatureDisabledError } from '../errors';
import type { Features } from './session.schema';

/** Allowed, or why not, in words for the attendee. */
export type Permission = { readonly allowed: true } | { readonly allowed: false; readonly reason: string };

const ALLOWED: Permission = { allowed: true };
const refused = (reason: string): Permission => ({ allowed: false, reason });

export const mayGenerate = ({ log_generation }: Features): Permission =>
  log_generation ? ALLOWED : refused('The organisers have switched log generation off for this session.');

export const mayChangeDestinations = ({ destinations }: Features): Permission =>
  destinations ? ALLOWED : refused('The organisers have switched changing destinations off for this session.');

/** `products` names product ids and vendors, or `all`. */
export const mayUseProduct = ({ products }: Features, product: { id: string; vendor: { id: string } }): Permission =>
  products.some((name) => name === 'all' || name === product.id || name === product.vendor.id)
    ? ALLOWED
    : refused('The organisers have not opened this product for this session.');

interface ScenarioFacts {
  readonly id: string;
  readonly custom?: boolean;
  readonly problems?: readonly { readonly message: string }[];
  readonly products: readonly { readonly id: string; readonly vendor: { readonly id: string } }[];
}

/** A scenario needs to be open itself (`custom` opens all of the attendee's own), to fit the content, and at least one of its products has to be open. */
export function mayUseScenario(features: Features, scenario: ScenarioFacts): Permission {
  const isNamed = (name: string): boolean =>
    name === 'all' || name === scenario.id || (name === 'custom' && scenario.custom === true);
  if (!features.scenarios.some(isNamed)) {
    return refused(
      scenario.custom
        ? 'The organisers have not opened scenarios of your own for this session.'
        : 'The organisers have not opened this scenario for this session.',
    );
  }
  const [problem] = scenario.problems ?? [];
  if (problem) return refused(`It does not fit the content of this instance: ${problem.message}. Edit it first.`);
  return scenario.products.some((product) => mayUseProduct(features, product).allowed)
    ? ALLOWED
    : refused('The organisers have opened none of the products of this scenario for this session.');
}

export const maySend = (features: Features): Permission =>
  features.rate_limit === 0
    ? refused('The organisers have set the rate limit of this session to zero.')
    : mayGenerate(features);

/** Throws the reason as a `FeatureDisabledError`. */
export function demand(permission: Permission, feature: FeatureDisabledError['feature']): void {
  if (!permission.allowed) throw new FeatureDisabledError(feature, permission.reason);
}
