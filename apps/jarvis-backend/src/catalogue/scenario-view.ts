import { mayGenerate, mayUseProduct, mayUseScenario, type Permission } from '../session/features';
import type { Features } from '../session/session.schema';
import type { ScenarioSummary } from './summaries';

/** A permission as the API tells it. */
export const permissionView = (permission: Permission) => ({
  allowed: permission.allowed,
  reason: permission.allowed ? null : permission.reason,
});

/** Of a forbidden list and a general switch, the general one is told. */
export const both = (general: Permission, own: Permission): Permission => (general.allowed ? own : general);

export const scenarioView = (features: Features, scenario: ScenarioSummary) => ({
  ...scenario,
  ...permissionView(both(mayGenerate(features), mayUseScenario(features, scenario))),
  /** Products whose events are left out because the organisers have not opened them. */
  left_out: scenario.products.filter((product) => !mayUseProduct(features, product).allowed).map(({ id }) => id),
});
