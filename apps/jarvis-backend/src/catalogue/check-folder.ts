import { Catalogue } from './catalogue';
import { checkProduct } from './check-content';
import { ContentFile } from './content-file';
import { listContent, type ContentFolders } from './list-content';
import type { ContentProblem } from './load-index';
import { namesOf } from './parser-fields';
import type { ProductSummary, ScenarioSummary } from './summaries';

export interface CheckedProduct extends ProductSummary {
  /** Common fields that the product's parser reads; `null` without a parser. */
  readonly parser_fields: readonly string[] | null;
}

export interface FolderReport {
  readonly products: readonly CheckedProduct[];
  readonly scenarios: readonly ScenarioSummary[];
  readonly problems: readonly ContentProblem[];
}

/** Loads all content of the folders as a backend does, makes `count` events of each product and reads them back. */
export function checkFolder(folders: ContentFolders, count: number): FolderReport {
  const catalogue = new Catalogue(folders, () => undefined);
  const products = catalogue.products();
  const faults = products.flatMap(({ id }) =>
    checkProduct(catalogue.product(id), catalogue.parser(id), count).map((reason) => ({
      file: `products/${id}.json`,
      line: null,
      column: null,
      reason,
    })),
  );
  return {
    products: products.map((product) => ({ ...product, parser_fields: parserFields(catalogue, product.id) })),
    scenarios: catalogue.scenarios(),
    problems: [...catalogue.problems(), ...repeatedKeys(folders), ...faults],
  };
}

const repeatedKeys = (folders: ContentFolders): ContentProblem[] =>
  listContent(folders).files.flatMap(({ kind, name, path }) => {
    try {
      const faults = ContentFile.open(path).repeatedKeys();
      return faults.map((fault) => ({ file: `${kind}/${name}`, ...fault }));
    } catch {
      // The catalogue has told of a file that cannot be read.
      return [];
    }
  });

function parserFields(catalogue: Catalogue, id: string): string[] | null {
  const parser = catalogue.parser(id);
  return parser ? [...namesOf(parser)].toSorted() : null;
}
