import type { CatalogueIndex } from './load-index';
import type { ScenarioFile } from './product.schema';
import type { ScenarioSummary } from './summaries';

/** Where the attendee's own scenarios are kept. */
export interface CustomScenarios {
  /** All of them, in the order of their names; the stamp differs when one was changed. */
  stamps(): readonly { readonly id: string; readonly stamp: string }[];
  definition(id: string): ScenarioFile | undefined;
}

export const NO_CUSTOM_SCENARIOS: CustomScenarios = { stamps: () => [], definition: () => undefined };

interface Known {
  readonly stamp: string;
  readonly index: CatalogueIndex;
  readonly summary: ScenarioSummary;
}

/** Summaries of the attendee's own scenarios; each is tried again only when it, or the content, has changed. */
export class CustomSummaries {
  private known: ReadonlyMap<string, Known> = new Map();

  constructor(
    private readonly scenarios: CustomScenarios,
    private readonly summarize: (file: ScenarioFile, index: CatalogueIndex) => ScenarioSummary,
  ) {}

  all(index: CatalogueIndex): ReadonlyMap<string, ScenarioSummary> {
    this.known = new Map(
      this.scenarios.stamps().flatMap(({ id, stamp }) => {
        const before = this.known.get(id);
        if (before?.stamp === stamp && before.index === index) return [[id, before] as const];
        const file = this.scenarios.definition(id);
        return file ? [[id, { stamp, index, summary: this.summarize(file, index) }] as const] : [];
      }),
    );
    return new Map([...this.known].map(([id, { summary }]) => [id, summary]));
  }
}
