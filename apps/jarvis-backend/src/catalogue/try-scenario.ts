import { createCast } from '../events/cast';
import { costOf, TRIAL_WORK_MAX } from '../events/limits';
import { below, PlacedError, within } from '../events/placed-error';
import type { Product } from '../events/product';
import { createRandom } from '../events/random';
import { compileSound, inPhase, type Scenario } from '../events/scenario';
import { createScope } from '../events/scope';
import { scenarioSource } from '../events/source';
import type { ScenarioFile } from './product.schema';

type Find = (productId: string) => Product | undefined;

const SPEC = { cast: createCast('trial'), sessionId: 'trial', seed: 'trial' };
const START = new Date(0);
const TOO_MUCH = `The steps of a scenario may make ${TRIAL_WORK_MAX} characters at most, each step played once`;

/** The scenario, when each of its steps gives an event; throws a `PlacedError` otherwise. */
export function tryScenario(file: ScenarioFile, find: Find): ScenarioFile {
  const [missing] = missingProducts(file, find);
  if (missing) throw missing;
  const [first] = scenarioFaults(file, find);
  if (first) throw inPhase(file, first);
  return file;
}

/** All that is wrong in a scenario with the products as they are: each step is compiled, and its event made once. */
export function scenarioFaults(file: ScenarioFile, find: Find): PlacedError[] {
  const { scenario, faults } = compileSound(file, find);
  const known = [...missingProducts(file, find), ...faults, ...variableFaults(scenario)];
  // Without its variables, each step would tell of the same again.
  if (known.some(({ path }) => path[0] === 'vars')) return known;
  const steps = scenario.steps.map((step) => ({ ...step, file: { ...step.file, count: 1 } }));
  return [...known, ...stepFaults({ ...scenario, steps })];
}

function stepFaults(scenario: Scenario): PlacedError[] {
  const { steps } = scenario;
  let made = 0;
  const meter = (value: unknown): void => void (made += costOf(value, TRIAL_WORK_MAX));
  const source = scenarioSource(scenario, steps.length, { ...SPEC, meter });
  const faults: PlacedError[] = [];
  for (let index = 0; index < steps.length; index += 1) {
    faults.push(...faultOf(() => source.at(index, START)));
    // Each step would tell of it again.
    if (faults.at(-1)?.path[0] === 'vars') return faults;
    if (made > TRIAL_WORK_MAX) return [...faults, new PlacedError(TOO_MUCH, ['phases'], true)];
  }
  return faults;
}

const missingProducts = (file: ScenarioFile, find: Find): PlacedError[] =>
  file.phases.flatMap(({ steps }, phaseIndex) =>
    steps.flatMap(({ product }, stepIndex) => {
      const place = ['phases', phaseIndex, 'steps', stepIndex, 'product'];
      return find(product) ? [] : [new PlacedError(`There is no product ${product}`, place, true)];
    }),
  );

function variableFaults({ vars }: Scenario): PlacedError[] {
  const scope = createScope({ ...SPEC, random: createRandom('trial'), time: START, index: 0, vars: [vars] });
  return [...vars.keys()].flatMap((name) => faultOf(() => within(['vars', name], () => scope.lookup(name))));
}

function faultOf(work: () => unknown): PlacedError[] {
  try {
    work();
    return [];
  } catch (error) {
    return [below(error, [])];
  }
}
