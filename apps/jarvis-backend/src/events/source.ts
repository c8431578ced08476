import type { Cast } from './cast';
import type { Meter } from './limits';
import { within } from './placed-error';
import type { GeneratedEvent, Product, ProductEvent } from './product';
import { createRandom } from './random';
import type { Scenario, ScenarioStep } from './scenario';
import { createScope, type Fixed, type Variables } from './scope';
import type { Scope, Template } from './template';

/** Gives the events of a product or scenario, each on its own: event `index` is the same whatever came before. */
export interface EventSource {
  at(index: number, time: Date): GeneratedEvent;
}

export interface SourceSpec {
  readonly cast: Cast;
  readonly sessionId: string;
  readonly seed: string;
  /** When the run began, for times among a scenario's variables; else the moment of the event that is asked for first. */
  readonly begun?: Date;
  /** Counts what the templates of all events make. */
  readonly meter?: Meter;
}

/** Events of one product, drawn by their weights. */
export const productSource = (product: Product, spec: SourceSpec): EventSource =>
  drawnSource(product, [...product.events.values()], spec);

/** The same without those that tell of an attack; `undefined` where the product has no others. */
export function benignSource(product: Product, spec: SourceSpec): EventSource | undefined {
  const events = [...product.events.values()].filter(({ file }) => !file.malicious);
  return events.length > 0 ? drawnSource(product, events, spec) : undefined;
}

function drawnSource(
  product: Product,
  events: readonly ProductEvent[],
  { cast, sessionId, seed }: SourceSpec,
): EventSource {
  const total = events.reduce((sum, { file }) => sum + file.weight, 0);
  return {
    at: (index, time) => {
      const random = createRandom(`${seed}:${index}`);
      let rest = random.next() * total;
      const event = events.find(({ file }) => (rest -= file.weight) < 0) ?? events.at(-1)!;
      return event.render(createScope({ cast, sessionId, random, time, index, vars: [event.vars, product.vars] }));
    },
  };
}

/**
 * Events of a scenario in the order of its phases, with one user, host, server and attacker throughout. `total` events
 * are spread over the steps: more than the scenario has repeat its steps in place, fewer leave some out evenly. A template that fails
 * is a `PlacedError` of the step or variable.
 */
export function scenarioSource(scenario: Scenario, total: number, spec: SourceSpec): EventSource {
  const { cast, sessionId, seed, meter } = spec;
  const random = createRandom(`${seed}:run`);
  const user = random.pick(cast.users);
  const fixed: Fixed = {
    user,
    host: user.host,
    server: random.pick(cast.servers),
    attacker: random.pick(cast.attackers),
    remote: random.pick(cast.remotes),
  };
  let run: Scope | undefined;
  const played = playedSteps(scenario.steps);
  return {
    at: (index, time) => {
      const begun = {
        cast,
        sessionId,
        random,
        time: spec.begun ?? time,
        index: 0,
        vars: [scenario.vars],
        fixed,
        meter,
      };
      run ??= startRun(scenario.vars, createScope(begun));
      const { phase, file, place, product, event, overrides } = stepAt(played, index, total);
      const vars = [withScenario(overrides, scenario.vars, run), event.vars, product.vars];
      const scope = createScope({
        cast,
        sessionId,
        random: createRandom(`${seed}:${index}`),
        time,
        index,
        vars,
        fixed,
        meter,
      });
      const generated = within(place, () => event.render(scope));
      const attack = phase.mitre.length > 0;
      return {
        ...generated,
        phase: phase.id,
        mitre: attack ? phase.mitre : generated.mitre,
        malicious: file.malicious ?? (attack || generated.malicious),
      };
    },
  };
}

/** The steps of a scenario that is played as it is written, one for each event. */
export const playedSteps = (steps: readonly ScenarioStep[]): ScenarioStep[] =>
  steps.flatMap((step) => Array.from({ length: step.file.count }, () => step));

/** The step of event `index` when `total` events are spread over the played ones. */
export const stepAt = (played: readonly ScenarioStep[], index: number, total: number): ScenarioStep =>
  played[Math.floor((index * played.length) / total)]!;

/** Draws all variables of the scenario in the order of its file: they are the same whichever event is made first. */
function startRun(vars: Variables, run: Scope): Scope {
  for (const name of vars.keys()) run.lookup(name);
  return run;
}

/** Lets the overrides of a step read the scenario's variables, which are drawn once for the whole run. */
function withScenario(overrides: Variables, scenarioVars: Variables, run: Scope): Variables {
  const wrap =
    (template: Template): Template =>
    (scope) =>
      template({ ...scope, lookup: (name) => (scenarioVars.has(name) ? run.lookup(name) : scope.lookup(name)) });
  return new Map([...overrides].map(([name, template]) => [name, wrap(template)]));
}
