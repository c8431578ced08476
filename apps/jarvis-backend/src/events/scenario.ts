import type { ScenarioFile, StepFile } from '../catalogue/product.schema';
import { below, PlacedError, placing, type Path } from './placed-error';
import { compileVariables, type Product, type ProductEvent } from './product';
import { BUILT_IN, type Variables } from './scope';
import type { Template } from './template';

export interface ScenarioStep {
  readonly phase: ScenarioFile['phases'][number];
  readonly file: StepFile;
  /** Where the scenario's file has it. */
  readonly place: Path;
  readonly product: Product;
  readonly event: ProductEvent;
  /** What the step says about the event's variables. */
  readonly overrides: Variables;
}

export interface Scenario {
  readonly file: ScenarioFile;
  /** Drawn once for a whole run. */
  readonly vars: Variables;
  readonly steps: readonly ScenarioStep[];
}

/**
 * Compiles a scenario against the products that `find` knows; steps whose product `find` leaves out are left out.
 * Throws a `PlacedError` that names the phase and what is wrong with it.
 */
export function compileScenario(file: ScenarioFile, find: (productId: string) => Product | undefined): Scenario {
  const { scenario, faults } = compileSound(file, find);
  const [first] = faults;
  if (first) throw inPhase(file, first);
  return scenario;
}

/** The error with the id of the phase that it is about. */
export function inPhase({ phases }: ScenarioFile, error: PlacedError): PlacedError {
  const [part, index] = error.path;
  if (part !== 'phases') return error;
  return new PlacedError(`${phases[Number(index)]!.id}: ${error.message}`, error.path, true, { cause: error });
}

/** The same without what is wrong in it, and all that is. */
export function compileSound(
  file: ScenarioFile,
  find: (productId: string) => Product | undefined,
): { readonly scenario: Scenario; readonly faults: readonly PlacedError[] } {
  const known = new Set([...BUILT_IN, ...Object.keys(file.vars)]);
  const faults: PlacedError[] = [];
  const sound = <T>(work: () => T): T[] => {
    try {
      return [work()];
    } catch (error) {
      faults.push(below(error, []));
      return [];
    }
  };
  const steps = file.phases.flatMap((phase, phaseIndex) => {
    if (file.phases.findIndex(({ id }) => id === phase.id) < phaseIndex)
      faults.push(new PlacedError(`Two phases have the id ${phase.id}`, ['phases', phaseIndex, 'id'], true));
    return phase.steps.flatMap((step, stepIndex) => {
      const place = ['phases', phaseIndex, 'steps', stepIndex];
      const product = find(step.product);
      if (!product) return [];
      return sound(() => placing(place, () => compileStep({ phase, file: step, place, product }, known)));
    });
  });
  const [vars = new Map<string, Template>()] = sound(() => compileVariables(file.vars, known, ['vars']));
  return { scenario: { file, vars, steps }, faults };
}

type StepSpec = Pick<ScenarioStep, 'phase' | 'file' | 'place' | 'product'>;

function compileStep({ phase, file, place, product }: StepSpec, known: ReadonlySet<string>): ScenarioStep {
  const event = product.events.get(file.event);
  if (!event)
    throw new PlacedError(`The product ${file.product} has no event ${file.event}`, [...place, 'event'], true);
  const own = new Set([...BUILT_IN, ...product.vars.keys(), ...event.vars.keys()]);
  const stray = Object.keys(file.with).find((name) => !own.has(name));
  if (stray) {
    const message = `The event ${file.product}/${file.event} has no variable ${stray}`;
    throw new PlacedError(message, [...place, 'with', stray], true);
  }
  const overrides = compileVariables(file.with, new Set([...known, ...own]), [...place, 'with']);
  return { phase, file, place, product, event, overrides };
}
