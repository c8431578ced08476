import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue';
import { demand, mayGenerate, mayUseProduct, mayUseScenario, type Permission } from '../session/features';
import type { SessionStore } from '../session/session.store';
import type { UploadsService } from '../uploads/uploads.service';
import type { SendSource } from './send.types';

/** Where events come from, and what the session may use of it. */
export interface SourceDeps {
  readonly catalogue: Catalogue;
  readonly uploads: UploadsService;
  readonly session: SessionStore;
}

/** Exactly one of the three sources. */
export interface Choice {
  readonly product_id?: string | undefined;
  readonly scenario_id?: string | undefined;
  readonly upload_id?: string | undefined;
  readonly seed?: string | undefined;
}

export interface ChosenSource {
  readonly source: SendSource;
  readonly seed: string;
  /** How many events it has by itself. */
  readonly defaultCount: number;
  /** Whether its events have moments of their own. */
  readonly hasTimeline: boolean;
  /** Products of a scenario, those that are not open left out. */
  readonly products: readonly string[];
  readonly leftOut: readonly string[];
  /** Whether the session may use it, now. */
  permission(): Permission;
}

type Chosen = Omit<ChosenSource, 'seed'>;

const PREVIEW_COUNT = 10;

/** What was chosen; throws `NotFoundError`, or `FeatureDisabledError` with the organisers' reason. */
export function chooseSource({ product_id, scenario_id, upload_id, seed }: Choice, deps: SourceDeps): ChosenSource {
  demand(mayGenerate(deps.session.get().features), 'log_generation');
  const chosen =
    upload_id !== undefined
      ? chosenUpload(upload_id, deps)
      : product_id !== undefined
        ? chosenProduct(product_id, deps)
        : chosenScenario(scenario_id ?? '', deps);
  return { ...chosen, seed: seed ?? randomBytes(6).toString('hex') };
}

function chosenUpload(uploadId: string, { uploads, session }: SourceDeps): Chosen {
  const { id, name, events, time } = uploads.get(uploadId);
  return {
    source: { kind: 'upload', id, name },
    defaultCount: events,
    hasTimeline: time !== null,
    products: [],
    leftOut: [],
    permission: () => mayGenerate(session.get().features),
  };
}

function chosenProduct(productId: string, { catalogue, session }: SourceDeps): Chosen {
  const summary = catalogue.productSummary(productId);
  const permission = () => mayUseProduct(session.get().features, summary);
  demand(permission(), 'products');
  const { id, name } = summary;
  return {
    source: { kind: 'product', id, name },
    defaultCount: PREVIEW_COUNT,
    hasTimeline: false,
    products: [id],
    leftOut: [],
    permission,
  };
}

function chosenScenario(scenarioId: string, { catalogue, session }: SourceDeps): Chosen {
  const summary = catalogue.scenarioSummary(scenarioId);
  const permission = () => mayUseScenario(session.get().features, summary);
  demand(permission(), 'scenarios');
  const isOpen = (product: (typeof summary.products)[number]) => mayUseProduct(session.get().features, product).allowed;
  return {
    source: { kind: 'scenario', id: summary.id, name: summary.name },
    defaultCount: summary.default_count,
    hasTimeline: true,
    products: summary.products.filter(isOpen).map(({ id }) => id),
    leftOut: summary.products.filter((product) => !isOpen(product)).map(({ id }) => id),
    permission,
  };
}
