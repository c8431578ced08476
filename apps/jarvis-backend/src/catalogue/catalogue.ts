import { NotFoundError } from '../errors';
import { compileProduct, type Product } from '../events/product';
import { compileScenario, type Scenario } from '../events/scenario';
import type { Log } from '../log';
import { ERRORS_MAX, fieldError, type FieldError } from '../validation';
import { ContentFile } from './content-file';
import { CustomSummaries, NO_CUSTOM_SCENARIOS, type CustomScenarios } from './custom-summaries';
import { listContent, type ContentFolders } from './list-content';
import { loadIndex, type CatalogueIndex, type ContentProblem, type Entry } from './load-index';
import { parserSchema, type ParserFile } from './parser.schema';
import { productSchema, scenarioSchema, type ScenarioFile } from './product.schema';
import { remember } from '../remember';
import { summarizeScenario, type ProductSummary, type ScenarioSummary } from './summaries';
import { scenarioFaults } from './try-scenario';

/** Compiled products are kept while they are in use; an idle session should not pay for a large catalogue. */
const COMPILED_MAX = 6;
/** A changed file is seen after this long at the latest, when somebody asks. */
const CHECK_MS = 1000;

/** The products and scenarios of the content folder: read on first use and again when they change, each file on its own; and the attendee's own scenarios. */
export class Catalogue {
  private index: CatalogueIndex | undefined;
  private checkedAt = Number.NEGATIVE_INFINITY;
  private readonly compiled = new Map<string, Product>();
  private readonly customSummaries: CustomSummaries;

  constructor(
    private readonly folders: ContentFolders,
    private readonly log: Log,
    private readonly custom: CustomScenarios = NO_CUSTOM_SCENARIOS,
  ) {
    this.customSummaries = new CustomSummaries(custom, (file, index) => this.summaryOf(file, index));
  }

  products(): readonly ProductSummary[] {
    return [...this.load().products.values()].map(({ summary }) => summary);
  }

  /** The organisers', and then the attendee's own. */
  scenarios(): readonly ScenarioSummary[] {
    const index = this.load();
    return [
      ...[...index.scenarios.values()].map(({ summary }) => summary),
      ...this.customSummaries.all(index).values(),
    ];
  }

  problems(): readonly ContentProblem[] {
    return this.load().problems;
  }

  /** Reads every file anew, whether or not it looks changed. */
  reload(): void {
    this.read(undefined);
  }

  /** Throws `NotFoundError`. */
  productSummary(id: string): ProductSummary {
    return this.entry('product', id).summary;
  }

  /** Throws `NotFoundError`. */
  scenarioSummary(id: string): ScenarioSummary {
    const index = this.load();
    const summary = index.scenarios.get(id)?.summary ?? this.customSummaries.all(index).get(id);
    if (!summary) throw new NotFoundError('scenario', id);
    return summary;
  }

  /** What a scenario that is kept nowhere would be listed as. */
  summaryOf(file: ScenarioFile, { products } = this.load()): ScenarioSummary {
    return summarizeScenario(file, (id) => products.get(id)?.summary, { custom: true, problems: this.faultsOf(file) });
  }

  /** What is wrong in a scenario with the content as it is, by its fields; the first 50. */
  faultsOf(file: ScenarioFile): FieldError[] {
    const find = remember((id: string) => this.productIfAny(id));
    return scenarioFaults(file, find)
      .slice(0, ERRORS_MAX)
      .map(({ path, message }) => fieldError(path, message));
  }

  /** A scenario as its file has it. Throws `NotFoundError`. */
  scenarioFile(id: string): ScenarioFile {
    return this.custom.definition(id) ?? this.opening('scenario', id, (file) => file.parse(scenarioSchema));
  }

  /** The product, ready to generate; it stays as it is when its file changes. Throws `NotFoundError`. */
  product(id: string): Product {
    this.load();
    const product =
      this.compiled.get(id) ?? this.opening('product', id, (file) => compileProduct(file.parse(productSchema)));
    this.compiled.delete(id);
    this.compiled.set(id, product);
    const oldest = this.compiled.keys().next().value;
    if (this.compiled.size > COMPILED_MAX && oldest !== undefined) this.compiled.delete(oldest);
    return product;
  }

  /** The scenario with only those steps whose product is `allowed`; throws `NotFoundError`. */
  scenario(id: string, allowed: (product: ProductSummary) => boolean): Scenario {
    const own = this.custom.definition(id);
    if (own) return this.compile(own, allowed);
    return this.opening('scenario', id, (file) => this.compile(file.parse(scenarioSchema), allowed));
  }

  /** A scenario with only those steps whose product is `allowed`; throws a `PlacedError`, and `NotFoundError` for a product. */
  compile(file: ScenarioFile, allowed: (product: ProductSummary) => boolean): Scenario {
    const find = remember((id: string) => (allowed(this.productSummary(id)) ? this.product(id) : undefined));
    return compileScenario(file, find);
  }

  /** How to read the product's lines; `undefined` where nobody wrote a parser. Throws `NotFoundError`. */
  parser(productId: string): ParserFile | undefined {
    const { id } = this.productSummary(productId);
    const open = (): ParserFile | undefined => {
      const path = this.load().parsers.get(id);
      return path === undefined ? undefined : ContentFile.open(path).parse(parserSchema);
    };
    return this.retrying(open);
  }

  /** All parsers by product, read for the asker alone: kept, they would weigh on an idle instance. */
  parsers(): ReadonlyMap<string, ParserFile> {
    const ids = [...this.load().parsers.keys()];
    const found = ids.map((id) => [id, this.parser(id)] as const);
    return new Map(found.flatMap(([id, parser]) => (parser ? [[id, parser] as const] : [])));
  }

  private productIfAny(id: string): Product | undefined {
    try {
      return this.product(id);
    } catch (error) {
      if (error instanceof NotFoundError) return undefined;
      throw error;
    }
  }

  private entry(kind: 'product', id: string): Entry<ProductSummary>;
  private entry(kind: 'product' | 'scenario', id: string): Entry<ProductSummary | ScenarioSummary>;
  private entry(kind: 'product' | 'scenario', id: string): Entry<ProductSummary | ScenarioSummary> {
    const { products, scenarios } = this.load();
    const entry = (kind === 'product' ? products : scenarios).get(id);
    if (!entry) throw new NotFoundError(kind, id);
    return entry;
  }

  private opening<T>(kind: 'product' | 'scenario', id: string, use: (file: ContentFile) => T): T {
    return this.retrying(() => use(ContentFile.open(this.entry(kind, id).path)));
  }

  /** A file may have gone or changed since it was indexed: then the index is made anew, and what is still there counts. */
  private retrying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      if (error instanceof NotFoundError) throw error;
      this.read(this.index);
      return work();
    }
  }

  private load(): CatalogueIndex {
    if (this.index && performance.now() - this.checkedAt < CHECK_MS) return this.index;
    return this.read(this.index);
  }

  private read(before: CatalogueIndex | undefined): CatalogueIndex {
    const listing = listContent(this.folders);
    this.checkedAt = performance.now();
    if (before && before.stamp === listing.stamp) return before;
    this.index = loadIndex(listing, before);
    this.compiled.clear();
    for (const problem of this.index.problems) this.log('warn', 'A content file is left out', { ...problem });
    this.log('info', 'Content loaded', { products: this.index.products.size, scenarios: this.index.scenarios.size });
    return this.index;
  }
}
