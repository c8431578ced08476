import { Hono } from 'hono';
import type { Catalogue } from '../catalogue/catalogue';
import type { ScenarioFile } from '../catalogue/product.schema';
import { scenarioView } from '../catalogue/scenario-view';
import { ForbiddenError, InvalidInputError, NotFoundError } from '../errors';
import { readJson } from '../http/read-json';
import { demand, mayUseScenario } from '../session/features';
import type { SessionStore } from '../session/session.store';
import { customScenarioSchema, draftSchema } from './custom-scenario.schema';
import type { CustomScenarioStore } from './custom-scenario.store';
import { tryOut } from './try-out';

export interface CustomScenarioRoutesDeps {
  readonly catalogue: Catalogue;
  readonly customScenarios: CustomScenarioStore;
  readonly session: SessionStore;
}

/** The attendee's own scenarios below `/scenarios`, and the definitions of all. */
export function customScenarioRoutes({ catalogue, customScenarios, session }: CustomScenarioRoutesDeps): Hono {
  const view = (id: string) => scenarioView(session.get().features, catalogue.scenarioSummary(id));
  return new Hono()
    .post('/', async (context) => {
      const input = await readJson(context, customScenarioSchema);
      demandSound(catalogue, { ...input, id: input.id ?? 'custom' });
      const { id } = customScenarios.create(input);
      return context.json(view(id), 201, { Location: `/api/v1/scenarios/${id}` });
    })
    .post('/try', async (context) =>
      context.json(await tryOut(await readJson(context, draftSchema), catalogue, session.get())),
    )
    .put('/:id', async (context) => {
      const id = ownId(catalogue, customScenarios, context.req.param('id'));
      const input = await readJson(context, customScenarioSchema);
      if (input.id !== undefined && input.id !== id) throw otherId(id);
      const scenario = { ...input, id };
      demandSound(catalogue, scenario);
      customScenarios.replace(scenario);
      return context.json(view(id));
    })
    .delete('/:id', (context) => {
      customScenarios.remove(ownId(catalogue, customScenarios, context.req.param('id')));
      return context.body(null, 204);
    })
    .get('/:id/source', (context) => {
      const summary = catalogue.scenarioSummary(context.req.param('id'));
      if (!summary.custom) demand(mayUseScenario(session.get().features, summary), 'scenarios');
      return context.json(catalogue.scenarioFile(summary.id));
    });
}

/** Throws `NotFoundError`, or `ForbiddenError` for a scenario of the organisers. */
function ownId(catalogue: Catalogue, customScenarios: CustomScenarioStore, id: string): string {
  if (customScenarios.has(id)) return id;
  if (catalogue.scenarios().some((scenario) => scenario.id === id))
    throw new ForbiddenError('This scenario is the organisers’. Copy it to change the copy.');
  throw new NotFoundError('scenario', id);
}

/** Throws an `InvalidInputError` with every field that does not fit the content as it is. */
function demandSound(catalogue: Catalogue, scenario: ScenarioFile): void {
  const errors = catalogue.faultsOf(scenario);
  const [first] = errors;
  if (first) throw new InvalidInputError(`${first.field}: ${first.message}`, errors);
}

function otherId(id: string): InvalidInputError {
  const message = `has to be ${id}, or to be left out`;
  return new InvalidInputError(`id: ${message}`, [{ field: 'id', message }]);
}
