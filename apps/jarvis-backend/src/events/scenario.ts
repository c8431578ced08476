import type { ScenarioFile, StepFile } from '../catalogue/product.schema';
import { compileVariables, naming, type Product, type ProductEvent } from './product';
import { BUILT_IN, type Variables } from './scope';

export interface ScenarioStep {
  readonly phase: ScenarioFile['phases'][number];
  readonly file: StepFile;
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
 * Throws an `Error` that names the phase and what is wrong with it.
 */
export function compileScenario(file: ScenarioFile, find: (productId: string) => Product | undefined): Scenario {
  const known = new Set([...BUILT_IN, ...Object.keys(file.vars)]);
  const steps = file.phases.flatMap((phase) =>
    phase.steps.flatMap((step) => {
      const product = find(step.product);
      return product ? [naming(phase.id, () => compileStep(phase, step, product, known))] : [];
    }),
  );
  return { file, vars: compileVariables(file.vars, known), steps };
}

function compileStep(
  phase: ScenarioFile['phases'][number],
  file: StepFile,
  product: Product,
  known: ReadonlySet<string>,
): ScenarioStep {
  const event = product.events.get(file.event);
  if (!event) throw new Error(`The product ${file.product} has no event ${file.event}`);
  const own = new Set([...BUILT_IN, ...product.vars.keys(), ...event.vars.keys()]);
  const stray = Object.keys(file.with).find((name) => !own.has(name));
  if (stray) throw new Error(`The event ${file.product}/${file.event} has no variable ${stray}`);
  return { phase, file, product, event, overrides: compileVariables(file.with, new Set([...known, ...own])) };
}
