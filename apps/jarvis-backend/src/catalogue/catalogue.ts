import { NotFoundError } from '../errors';
import { compileProduct, type Product } from '../events/product';
import { compileScenario, type Scenario } from '../events/scenario';
import type { Log } from '../log';
import {
  loadIndex,
  readContent,
  type CatalogueIndex,
  type ContentFolders,
  type ContentProblem,
  type ProductSummary,
  type ScenarioSummary,
} from './load-index';
import { parserSchema, type ParserFile } from './parser.schema';
import { productSchema, scenarioSchema } from './product.schema';

/** Compiled products are kept while they are in use; an idle session should not pay for a large catalogue. */
const COMPILED_MAX = 6;

/** The products and scenarios of the content folder: read on first use, each file on its own. */
export class Catalogue {
  private index: CatalogueIndex | undefined;
  private readonly compiled = new Map<string, Product>();

  constructor(
    private readonly folders: ContentFolders,
    private readonly log: Log,
  ) {}

  products(): readonly ProductSummary[] {
    return [...this.load().products.values()].map(({ summary }) => summary);
  }

  scenarios(): readonly ScenarioSummary[] {
    return [...this.load().scenarios.values()].map(({ summary }) => summary);
  }

  problems(): readonly ContentProblem[] {
    return this.load().problems;
  }

  /** Throws `NotFoundError`. */
  productSummary(id: string): ProductSummary {
    const entry = this.load().products.get(id);
    if (!entry) throw new NotFoundError('product', id);
    return entry.summary;
  }

  /** Throws `NotFoundError`. */
  scenarioSummary(id: string): ScenarioSummary {
    const entry = this.load().scenarios.get(id);
    if (!entry) throw new NotFoundError('scenario', id);
    return entry.summary;
  }

  /** The product, ready to generate; throws `NotFoundError`. */
  product(id: string): Product {
    const entry = this.load().products.get(id);
    if (!entry) throw new NotFoundError('product', id);
    const product = this.compiled.get(id) ?? compileProduct(readContent(entry.path, productSchema));
    this.compiled.delete(id);
    this.compiled.set(id, product);
    const oldest = this.compiled.keys().next().value;
    if (this.compiled.size > COMPILED_MAX && oldest !== undefined) this.compiled.delete(oldest);
    return product;
  }

  /** The scenario with only those steps whose product is `allowed`; throws `NotFoundError`. */
  scenario(id: string, allowed: (product: ProductSummary) => boolean): Scenario {
    const entry = this.load().scenarios.get(id);
    if (!entry) throw new NotFoundError('scenario', id);
    const products = new Map<string, Product | undefined>();
    return compileScenario(readContent(entry.path, scenarioSchema), (productId) => {
      if (!products.has(productId)) {
        products.set(productId, allowed(this.productSummary(productId)) ? this.product(productId) : undefined);
      }
      return products.get(productId);
    });
  }

  /** How to read the product's lines; `undefined` where nobody wrote a parser. Throws `NotFoundError`. */
  parser(productId: string): ParserFile | undefined {
    const { id } = this.productSummary(productId);
    const path = this.load().parsers.get(id);
    return path === undefined ? undefined : readContent(path, parserSchema);
  }

  private load(): CatalogueIndex {
    if (!this.index) {
      this.index = loadIndex(this.folders);
      for (const problem of this.index.problems) this.log('warn', 'A content file is left out', { ...problem });
      this.log('info', 'Content loaded', { products: this.index.products.size, scenarios: this.index.scenarios.size });
    }
    return this.index;
  }
}
