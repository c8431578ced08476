import { Hono } from 'hono';
import { NotFoundError } from '../errors';
import { mayGenerate, mayUseProduct, mayUseScenario, type Permission } from '../session/features';
import type { Features } from '../session/session.schema';
import type { SessionStore } from '../session/session.store';
import type { Catalogue } from './catalogue';
import type { ProductSummary, ScenarioSummary } from './summaries';

export interface CatalogueRoutesDeps {
  readonly catalogue: Catalogue;
  readonly session: SessionStore;
}

const answer = ({ allowed, ...rest }: Permission) => ({ allowed, reason: 'reason' in rest ? rest.reason : null });

/** Of a forbidden list and a general switch, the general one is told. */
const both = (general: Permission, own: Permission): Permission => (general.allowed ? own : general);

const productView = (features: Features, product: ProductSummary) => ({
  ...product,
  ...answer(both(mayGenerate(features), mayUseProduct(features, product))),
});

const scenarioView = (features: Features, scenario: ScenarioSummary) => ({
  ...scenario,
  ...answer(both(mayGenerate(features), mayUseScenario(features, scenario))),
  /** Products whose events are left out because the organisers have not opened them. */
  left_out: scenario.products.filter((product) => !mayUseProduct(features, product).allowed).map(({ id }) => id),
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
    .get('/:id', (context) =>
      context.json(productView(session.get().features, catalogue.productSummary(context.req.param('id')))),
    )
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
