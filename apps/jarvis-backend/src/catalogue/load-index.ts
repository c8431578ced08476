import { createCast } from '../events/cast';
import { naming, placing, PlacedError } from '../events/placed-error';
import { compileProduct, type Product } from '../events/product';
import { createRandom } from '../events/random';
import { createScope } from '../events/scope';
import { remember } from '../remember';
import { ContentError, ContentFile, type Fault } from './content-file';
import type { ContentKind, Listing } from './list-content';
import { parserSchema } from './parser.schema';
import { productSchema, scenarioSchema, type ScenarioFile } from './product.schema';
import { summarizeProduct, summarizeScenario, type ProductSummary, type ScenarioSummary } from './summaries';
import { tryScenario } from './try-scenario';

/** A content file that could not be used, and why. */
export interface ContentProblem {
  readonly file: string;
  /** From 1; `null` where no place of a file is to blame. */
  readonly line: number | null;
  readonly column: number | null;
  readonly reason: string;
}

/** What became of one file; the stamp tells whether it is still the same. */
interface Loaded<Summary> {
  readonly path: string;
  readonly stamp: string;
  readonly summary?: Summary;
  readonly faults: readonly Fault[];
}

export interface Entry<Summary> {
  readonly path: string;
  readonly summary: Summary;
}

type Files<Summary> = ReadonlyMap<string, Loaded<Summary>>;

export interface CatalogueIndex {
  readonly stamp: string;
  readonly products: ReadonlyMap<string, Entry<ProductSummary>>;
  readonly scenarios: ReadonlyMap<string, Entry<ScenarioSummary>>;
  /** Paths of parser files by product. */
  readonly parsers: ReadonlyMap<string, string>;
  readonly problems: readonly ContentProblem[];
  /** For the next time: files that did not change are not read again. */
  readonly files: {
    readonly products: Files<ProductSummary>;
    readonly scenarios: Files<ScenarioSummary>;
    readonly parsers: Files<{ id: string }>;
  };
}

/** Reads and tries every file that changed since `before`; one that cannot be used is a problem, never an error. */
export function loadIndex(listing: Listing, before?: CatalogueIndex): CatalogueIndex {
  const products = loadFolder(listing, 'products', before?.files.products, (file) =>
    summarizeProduct(tryProduct(compileProduct(file.parse(productSchema))).file),
  );
  const entries = entriesOf(products);
  const isSame = before !== undefined && stampsOf(products) === stampsOf(before.files.products);
  const find = remember((id: string) => {
    const entry = entries.get(id);
    return entry && compileProduct(ContentFile.open(entry.path).parse(productSchema));
  });
  const scenarios = loadFolder(listing, 'scenarios', isSame ? before.files.scenarios : undefined, (file) =>
    summarizeScenario(tryScenario(ofOrganisers(file.parse(scenarioSchema)), find), (id) => entries.get(id)?.summary),
  );
  const parsers = loadFolder(listing, 'parsers', isSame ? before.files.parsers : undefined, (file) => {
    const { product } = file.parse(parserSchema);
    if (!entries.has(product)) throw new PlacedError(`There is no product ${product}`, ['product'], true);
    return { id: product };
  });
  return {
    stamp: listing.stamp,
    products: entries,
    scenarios: entriesOf(scenarios),
    parsers: new Map([...entriesOf(parsers)].map(([id, { path }]) => [id, path])),
    problems: [
      ...listing.problems.map(({ kind, reason }) => ({ file: kind, line: null, column: null, reason })),
      ...problemsOf(products),
      ...problemsOf(scenarios),
      ...problemsOf(parsers),
    ],
    files: { products, scenarios, parsers },
  };
}

function loadFolder<Summary extends { id: string }>(
  { files }: Listing,
  kind: ContentKind,
  before: Files<Summary> | undefined,
  read: (file: ContentFile) => Summary,
): Files<Summary> {
  const mine = files.filter((file) => file.kind === kind);
  return new Map(
    mine.map(({ name, path, stamp }) => {
      const key = `${kind}/${name}`;
      const known = before?.get(key);
      return [key, known?.stamp === stamp ? known : { path, stamp, ...loadFile(path, name, read) }];
    }),
  );
}

function loadFile<Summary extends { id: string }>(
  path: string,
  name: string,
  read: (file: ContentFile) => Summary,
): Pick<Loaded<Summary>, 'summary' | 'faults'> {
  let file: ContentFile | undefined;
  try {
    file = ContentFile.open(path);
    const summary = read(file);
    if (`${summary.id}.json` === name) return { summary, faults: [] };
    throw new PlacedError(`The file has to be named ${summary.id}.json after its id`, ['id'], true);
  } catch (error) {
    if (file) return { faults: file.faultsOf(error) };
    return {
      faults: error instanceof ContentError ? error.faults : [{ reason: (error as Error).message, line: 1, column: 1 }],
    };
  }
}

const entriesOf = <Summary extends { id: string }>(files: Files<Summary>): Map<string, Entry<Summary>> =>
  new Map([...files.values()].flatMap(({ path, summary }) => (summary ? [[summary.id, { path, summary }]] : [])));

const stampsOf = (files: Files<unknown>): string =>
  [...files.values()].map(({ path, stamp }) => `${path} ${stamp}`).join();

const problemsOf = (files: Files<unknown>): ContentProblem[] =>
  [...files].flatMap(([file, { faults }]) =>
    faults.map(({ line, column, reason }) => ({ file, line, column, reason })),
  );

/** Ids of attendees' own scenarios are kept free. */
function ofOrganisers(file: ScenarioFile): ScenarioFile {
  if (/^custom(-|$)/.test(file.id))
    throw new PlacedError("custom and custom-… are for attendees' own scenarios", ['id'], true);
  return file;
}

/** Generates each event once, so that a template that fails is found now and not in front of an audience. */
function tryProduct(product: Product): Product {
  const cast = createCast('trial');
  product.file.events.forEach(({ id }, index) => {
    const event = product.events.get(id)!;
    const vars = [event.vars, product.vars];
    const scope = createScope({
      cast,
      sessionId: 'trial',
      random: createRandom('trial'),
      time: new Date(0),
      index: 0,
      vars,
    });
    naming(id, () => placing(['events', index], () => event.render(scope)));
  });
  return product;
}
