import { randomBytes } from 'node:crypto';
import type { Catalogue } from '../catalogue/catalogue';
import type { ScenarioFile } from '../catalogue/product.schema';
import { remember } from '../remember';
import { createCast } from '../events/cast';
import { PlacedError } from '../events/placed-error';
import { scenarioPlaylist } from '../events/playlist';
import { lengthOf } from '../events/timeline';
import { PREVIEW_MAX, previews, type PreviewEvent } from '../sends/preview';
import { demand, mayGenerate, mayUseProduct, mayUseScenario } from '../session/features';
import type { Session } from '../session/session.schema';
import { fieldError, fieldErrors, type FieldError } from '../validation';
import { customScenarioSchema } from './custom-scenario.schema';

interface TriedOut {
  readonly errors: readonly FieldError[];
  readonly seed: string;
  /** Up to 200 of the scenario's events, spread over it and on its timeline, which ends now. */
  readonly events: readonly PreviewEvent[];
}

/** What is wrong in a draft, and where nothing is, its events; throws `FeatureDisabledError`. Nothing is kept. */
export async function tryOut(draft: object, catalogue: Catalogue, session: Session): Promise<TriedOut> {
  const { features } = session;
  demand(mayGenerate(features), 'log_generation');
  const seed = randomBytes(6).toString('hex');
  const parsed = customScenarioSchema.safeParse(draft);
  if (!parsed.success) return { errors: fieldErrors(parsed.error), seed, events: [] };
  const file = { ...parsed.data, id: parsed.data.id ?? 'custom' };
  const summary = catalogue.summaryOf(file);
  if (summary.problems.length > 0) return { errors: summary.problems, seed, events: [] };
  demand(mayUseScenario(features, summary), 'scenarios');
  try {
    return { errors: [], seed, events: await eventsOf(file, seed, catalogue, session) };
  } catch (error) {
    // A choice that was not drawn when each step was tried once.
    if (error instanceof PlacedError) return { errors: [fieldError(error.path, error.message)], seed, events: [] };
    throw error;
  }
}

function eventsOf(
  file: ScenarioFile,
  seed: string,
  catalogue: Catalogue,
  { features, session_id }: Session,
): Promise<PreviewEvent[]> {
  const scenario = catalogue.compile(file, (product) => mayUseProduct(features, product).allowed);
  const count = Math.min(
    PREVIEW_MAX,
    scenario.steps.reduce((sum, step) => sum + step.file.count, 0),
  );
  const start = Date.now() - lengthOf(file.phases);
  const spec = { cast: createCast(session_id), sessionId: session_id, seed, begun: new Date(start) };
  const playlist = scenarioPlaylist(scenario, count, null, spec);
  const parserOf = remember((productId: string) => catalogue.parser(productId));
  const time = (index: number): Date => new Date(start + playlist.timeline!.offset(index));
  return previews({ source: playlist, count, time, parserOf });
}
