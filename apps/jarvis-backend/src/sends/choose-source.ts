import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue';
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
  /** Products of a scenario, those that are not open left out. */
  readonly products: readonly string[];
  readonly leftOut: readonly string[];
  /** Whether the session may use it, now. */
  permission(): Permission;
}

const PREVIEW_COUNT = 10;

/** What was chosen; throws `NotFoundError`, or `FeatureDisabledError` with the organisers' reason. */
export function chooseSource(choice: Choice, catalogue: Catalogue, session: SessionStore): ChosenSource {
  const features = () => session.get().features;
  demand(mayGenerate(features()), 'log_generation');
  const seed = choice.seed ?? randomBytes(6).toString('hex');
  if (choice.product_id !== undefined) {
    const summary = catalogue.productSummary(choice.product_id);
    const permission = () => mayUseProduct(features(), summary);
    demand(permission(), 'products');
    const { id, name } = summary;
    return {
      source: { kind: 'product', id, name },
      seed,
      defaultCount: PREVIEW_COUNT,
      products: [id],
      leftOut: [],
      permission,
    };
  }
  const summary = catalogue.scenarioSummary(choice.scenario_id ?? '');
  const permission = () => mayUseScenario(features(), summary);
  demand(permission(), 'scenarios');
  const isOpen = (product: (typeof summary.products)[number]) => mayUseProduct(features(), product).allowed;
  return {
    source: { kind: 'scenario', id: summary.id, name: summary.name },
    seed,
    defaultCount: summary.default_count,
    products: summary.products.filter(isOpen).map(({ id }) => id),
    leftOut: summary.products.filter((product) => !isOpen(product)).map(({ id }) => id),
    permission,
  };
}
