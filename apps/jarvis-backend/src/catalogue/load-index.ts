import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type * as z from 'zod/mini';
import { createCast } from '../events/cast';
import { w3cDirective } from '../events/encode';
import { compileProduct, naming, type Product } from '../events/product';
import { createRandom } from '../events/random';
import { compileScenario } from '../events/scenario';
import { createScope } from '../events/scope';
import { scenarioSource } from '../events/source';
import { fieldErrors } from '../validation';
import { parserSchema } from './parser.schema';
import { productSchema, scenarioSchema, type EventFile, type ProductFile, type ScenarioFile } from './product.schema';

/** A content file that could not be used, and why. */
export interface ContentProblem {
  readonly file: string;
  readonly reason: string;
}

export interface ProductSummary extends Pick<
  ProductFile,
  'id' | 'name' | 'vendor' | 'category' | 'description' | 'references'
> {
  /** As a person says it: "JSON", "CSV over syslog". */
  readonly format: string;
  /** The line that names the columns of a W3C extended log; `null` for other formats. */
  readonly fields_directive: string | null;
  /** How large a part of the product's events tells of attacks, from 0 to 1. */
  readonly malicious_share: number;
  readonly events: readonly Pick<EventFile, 'id' | 'name' | 'weight' | 'malicious' | 'mitre'>[];
}

export interface ScenarioSummary extends Pick<ScenarioFile, 'id' | 'name' | 'description'> {
  /** How many events the scenario has when it is played as written. */
  readonly default_count: number;
  readonly products: readonly Pick<ProductSummary, 'id' | 'name' | 'vendor'>[];
  readonly phases: readonly {
    id: string;
    name: string;
    description: string;
    mitre: readonly string[];
    events: number;
  }[];
}

export interface ContentFolders {
  readonly generators: string;
  readonly parsers: string;
}

export interface Entry<Summary> {
  readonly path: string;
  readonly summary: Summary;
}

export interface CatalogueIndex {
  readonly products: ReadonlyMap<string, Entry<ProductSummary>>;
  readonly scenarios: ReadonlyMap<string, Entry<ScenarioSummary>>;
  /** Paths of parser files by product. */
  readonly parsers: ReadonlyMap<string, string>;
  readonly problems: readonly ContentProblem[];
}

/** Reads and tries every file; one that cannot be used is a problem, never an error. */
export function loadIndex(folders: ContentFolders): CatalogueIndex {
  const problems: ContentProblem[] = [];
  const compiled = new Map<string, Product>();
  const products = loadFolder(join(folders.generators, 'products'), 'products', problems, (path) => {
    const product = tryProduct(compileProduct(readContent(path, productSchema)));
    compiled.set(product.file.id, product);
    return summarizeProduct(product.file);
  });
  const scenarios = loadFolder(join(folders.generators, 'scenarios'), 'scenarios', problems, (path) =>
    summarizeScenario(tryScenario(readContent(path, scenarioSchema), compiled), products),
  );
  const parsers = loadFolder(folders.parsers, 'parsers', problems, (path) => {
    const { product } = readContent(path, parserSchema);
    if (!products.has(product)) throw new Error(`There is no product ${product}`);
    return { id: product };
  });
  return { products, scenarios, parsers: new Map([...parsers].map(([id, { path }]) => [id, path])), problems };
}

function loadFolder<Summary extends { id: string }>(
  folder: string,
  kind: string,
  problems: ContentProblem[],
  read: (path: string) => Summary,
): Map<string, Entry<Summary>> {
  const entries = new Map<string, Entry<Summary>>();
  for (const name of listJson(folder, kind, problems)) {
    const path = join(folder, name);
    try {
      const summary = read(path);
      if (`${summary.id}.json` !== name) throw new Error(`The file has to be named ${summary.id}.json after its id`);
      entries.set(summary.id, { path, summary });
    } catch (error) {
      problems.push({ file: `${kind}/${name}`, reason: (error as Error).message });
    }
  }
  return entries;
}

function listJson(folder: string, kind: string, problems: ContentProblem[]): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .toSorted();
  } catch (error) {
    problems.push({
      file: kind,
      reason: `The folder cannot be read (${(error as NodeJS.ErrnoException).code ?? String(error)})`,
    });
    return [];
  }
}

/** Throws an `Error` that names the field that is wrong. */
export function readContent<T extends z.ZodMiniType>(path: string, schema: T): z.infer<T> {
  const parsed = schema.safeParse(JSON.parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  const [first] = fieldErrors(parsed.error);
  throw new Error(`${first?.field ?? ''} ${first?.message ?? 'is wrong'}`.trim());
}

/** Generates each event once, so that a template that fails is found now and not in front of an audience. */
function tryProduct(product: Product): Product {
  const cast = createCast('trial');
  for (const event of product.events.values()) {
    naming(event.file.id, () => {
      const random = createRandom('trial');
      event.render(
        createScope({
          cast,
          sessionId: 'trial',
          random,
          time: new Date(0),
          index: 0,
          vars: [event.vars, product.vars],
        }),
      );
    });
  }
  return product;
}

function tryScenario(file: ScenarioFile, products: ReadonlyMap<string, Product>): ScenarioFile {
  const missing = file.phases.flatMap(({ steps }) => steps).find(({ product }) => !products.has(product));
  if (missing) throw new Error(`There is no product ${missing.product}`);
  const scenario = compileScenario(file, (id) => products.get(id));
  const total = scenario.steps.reduce((sum, step) => sum + step.file.count, 0);
  const source = scenarioSource(scenario, total, { cast: createCast('trial'), sessionId: 'trial', seed: 'trial' });
  for (let index = 0; index < total; index += 1) source.at(index, new Date(0));
  return file;
}

const FORMATS: Readonly<Record<ProductFile['encoding']['format'], string>> = {
  json: 'JSON',
  csv: 'CSV',
  text: 'Text',
  keyvalue: 'Key=value',
  cef: 'CEF',
  leef: 'LEEF',
  w3c: 'W3C extended',
  xml: 'XML',
};

const summarizeProduct = (file: ProductFile): ProductSummary => ({
  id: file.id,
  name: file.name,
  vendor: file.vendor,
  category: file.category,
  description: file.description,
  format: FORMATS[file.encoding.format] + (file.syslog ? ' over syslog' : ''),
  references: file.references,
  fields_directive: file.encoding.format === 'w3c' ? w3cDirective(file.fields, file.encoding.separator) : null,
  malicious_share: maliciousShare(file.events),
  events: file.events.map(({ id, name, weight, malicious, mitre }) => ({ id, name, weight, malicious, mitre })),
});

/** Of the weights of all events; to a tenth of a per cent. */
function maliciousShare(events: readonly EventFile[]): number {
  const sum = (some: readonly EventFile[]): number => some.reduce((total, { weight }) => total + weight, 0);
  return Math.round((sum(events.filter(({ malicious }) => malicious)) / sum(events)) * 1000) / 1000;
}

function summarizeScenario(file: ScenarioFile, products: ReadonlyMap<string, Entry<ProductSummary>>): ScenarioSummary {
  const phases = file.phases.map(({ id, name, description, mitre, steps }) => ({
    id,
    name,
    description,
    mitre,
    events: steps.reduce((sum, { count }) => sum + count, 0),
  }));
  const used = [...new Set(file.phases.flatMap(({ steps }) => steps.map(({ product }) => product)))];
  return {
    id: file.id,
    name: file.name,
    description: file.description,
    default_count: phases.reduce((sum, { events }) => sum + events, 0),
    products: used.map((id) => products.get(id)!.summary).map(({ id, name, vendor }) => ({ id, name, vendor })),
    phases,
  };
}
