import { Hono } from 'hono';
import { NotFoundError } from '../errors';
import { mayGenerate, mayUseProduct } from '../session/features';
import type { Product } from '../events/product';
import type { Features } from '../session/session.schema';
import type { SessionStore } from '../session/session.store';
import type { Catalogue } from './catalogue';
import { both, permissionView, scenarioView } from './scenario-view';
import type { ProductSummary } from './summaries';
import { variablesOf } from './variables-of';

export interface CatalogueRoutesDeps {
  readonly catalogue: Catalogue;
  readonly session: SessionStore;
}

const productView = (features: Features, product: ProductSummary) => ({
  ...product,
  ...permissionView(both(mayGenerate(features), mayUseProduct(features, product))),
});

/** The summary with what a scenario's step can replace in each event. */
const withVariables = ({ file }: Product, summary: ReturnType<typeof productView>) => ({
  ...summary,
  events: summary.events.map((event) => {
    const inFile = file.events.find(({ id }) => id === event.id);
    return { ...event, variables: inFile ? variablesOf(file, inFile) : [] };
  }),
});

export function productRoutes({ catalogue, session }: CatalogueRoutesDeps): Hono {
  return new Hono()
    .get('/', (context) => {
      const products = catalogue.products().map((product) => productView(session.get().features, product));
      return context.json({ total: products.length, products, problems: catalogue.problems() });
    })
    .post('/reload', (context) => {
      catalogue.reload();
      const [products, scenarios] = [catalogue.products().length, catalogue.scenarios().length];
      return context.json({ products, scenarios, problems: catalogue.problems() });
    })
    .get('/:id', (context) => {
      const summary = catalogue.productSummary(context.req.param('id'));
      return context.json(withVariables(catalogue.product(summary.id), productView(session.get().features, summary)));
    })
    .get('/:id/parser', (context) => {
      const id = context.req.param('id');
      const parser = catalogue.parser(id);
      if (!parser) throw new NotFoundError('parser', id);
      return context.json(parser);
    });
}

export function scenarioRoutes({ catalogue, session }: CatalogueRoutesDeps): Hono {
  return new Hono()
    .get('/', (context) => {
      const scenarios = catalogue.scenarios().map((scenario) => scenarioView(session.get().features, scenario));
      return context.json({ total: scenarios.length, scenarios, problems: catalogue.problems() });
    })
    .get('/:id', (context) =>
      context.json(scenarioView(session.get().features, catalogue.scenarioSummary(context.req.param('id')))),
    );
}
