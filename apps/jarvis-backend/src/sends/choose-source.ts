import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue';
import { createCast } from '../events/cast';
import { productSource, scenarioSource, type EventSource } from '../events/source';
import { demand, mayGenerate, mayUseProduct, mayUseScenario, type Permission } from '../session/features';
import type { SessionStore } from '../session/session.store';
import type { SendSource } from './send.types';

export interface Choice {
  readonly product_id?: string | undefined;
  readonly scenario_id?: string | undefined;
  readonly seed?: string | undefined;
}

export interface ChosenSource {
  readonly source: SendSource;
  readonly seed: string;
  /** How many events it has by itself. */
  readonly defaultCount: number;
  events(total: number): EventSource;
  /** Whether the session may use it, now. */
  permission(): Permission;
}

const PREVIEW_COUNT = 10;

/** What was chosen, ready to generate; throws `NotFoundError`, or `FeatureDisabledError` with the organisers' reason. */
export function chooseSource(choice: Choice, catalogue: Catalogue, session: SessionStore): ChosenSource {
  const features = () => session.get().features;
  demand(mayGenerate(features()), 'log_generation');
  const seed = choice.seed ?? randomBytes(6).toString('hex');
  const sessionId = session.get().session_id;
  const spec = { cast: createCast(sessionId), sessionId, seed };

  if (choice.product_id !== undefined) {
    const summary = catalogue.productSummary(choice.product_id);
    demand(mayUseProduct(features(), summary), 'products');
    return {
      source: { kind: 'product', id: summary.id, name: summary.name },
      seed,
      defaultCount: PREVIEW_COUNT,
      events: () => productSource(catalogue.product(summary.id), spec),
      permission: () => mayUseProduct(features(), summary),
    };
  }
  const summary = catalogue.scenarioSummary(choice.scenario_id ?? '');
  demand(mayUseScenario(features(), summary), 'scenarios');
  return {
    source: { kind: 'scenario', id: summary.id, name: summary.name },
    seed,
    defaultCount: summary.default_count,
    events: (total) =>
      scenarioSource(
        catalogue.scenario(summary.id, (product) => mayUseProduct(features(), product).allowed),
        total,
        spec,
      ),
    permission: () => mayUseScenario(features(), summary),
  };
}
