import { createCast } from '../events/cast';
import { compileProduct, type GeneratedEvent, type Product } from '../events/product';
import { compileScenario, type Scenario } from '../events/scenario';
import { scenarioSource } from '../events/source';
import type { Variables } from '../events/scope';
import type { Template } from '../events/template';
import { parseLine, type ParsedLine } from './parse-line';
import type { ParserFile } from './parser.schema';
import { productSchema, type ScenarioFile } from './product.schema';

const START = Date.parse('2026-11-23T10:00:00.123Z');
const TECHNIQUE = /^T\d{4}(\.\d{3})?$/;
/** So many products have to speak of the same user, or of the same attacker: less is no story across products. */
const TOLD_BY_LEAST = 3;

export interface ScenarioParts {
  readonly product: (id: string) => Product | undefined;
  readonly parser: (id: string) => ParserFile | undefined;
}

/** Plays a scenario once for each seed and reads every event back; returns what is wrong, nothing when all is well. */
export function checkScenario(file: ScenarioFile, parts: ScenarioParts, seeds: readonly string[]): string[] {
  const faults = new Set<string>();
  try {
    for (const phase of file.phases) checkPhase(phase, faults);
    for (const seed of seeds) checkRun(file, parts, seed, faults);
  } catch (error) {
    faults.add((error as Error).message);
  }
  return [...faults];
}

function checkPhase({ id, mitre, steps }: ScenarioFile['phases'][number], faults: Set<string>): void {
  if (steps.length === 0) faults.add(`${id} has no event`);
  if (mitre.length === 0) faults.add(`${id} has no MITRE ATT&CK technique`);
  for (const technique of mitre) if (!TECHNIQUE.test(technique)) faults.add(`${id}: ${technique} is no technique id`);
}

function checkRun(file: ScenarioFile, { product, parser }: ScenarioParts, seed: string, faults: Set<string>): void {
  const { scenario, unread } = watched(compileScenario(file, product));
  const total = file.phases.flatMap(({ steps }) => steps).reduce((sum, { count }) => sum + count, 0);
  const events = play(scenario, total, seed);
  for (const what of unread()) faults.add(what);
  if (events.length !== total || new Set(events.map(({ phase }) => phase)).size !== file.phases.length)
    faults.add('a phase has no event');
  // Backwards: an event is the same whether or not the ones before it were made.
  const again = play(scenario, total, seed, true);
  events.forEach(({ syslog }, index) => {
    if (syslog !== again[index]!.syslog) faults.add('the same seed gives other events');
  });
  const told = events.map((event) => ({ product: event.product_id, said: readBack(event, parser, faults) }));
  checkStory(told, peopleOf(seed), faults);
}

function play(scenario: Scenario, total: number, seed: string, backwards = false): GeneratedEvent[] {
  const source = scenarioSource(scenario, total, { cast: createCast(seed), sessionId: seed, seed });
  const order = Array.from({ length: total }, (_, index) => index);
  const made = (backwards ? order.toReversed() : order).map((index) =>
    source.at(index, new Date(START + index * 61_789)),
  );
  return backwards ? made.toReversed() : made;
}

/** Notes which of the steps' `with` are read: one that its event never reads changes nothing, and is a mistake. */
function watched(scenario: Scenario): { scenario: Scenario; unread: () => string[] } {
  const idle = new Set<string>();
  const steps = scenario.steps.map((step) => ({
    ...step,
    overrides: watchedVariables(step.overrides, `${step.phase.id}: ${step.file.product}/${step.file.event}`, idle),
  }));
  return { scenario: { ...scenario, steps }, unread: () => [...idle] };
}

function watchedVariables(variables: Variables, where: string, idle: Set<string>): Variables {
  const watch = (name: string, template: Template): Template => {
    const what = `${where} does not use ${name}`;
    idle.add(what);
    return (scope) => {
      idle.delete(what);
      return template(scope);
    };
  };
  return new Map([...variables].map(([name, template]) => [name, watch(name, template)]));
}

/** What a receiver reads, from a file and from syslog. */
function readBack(
  event: GeneratedEvent,
  find: ScenarioParts['parser'],
  faults: Set<string>,
): readonly (string | number)[] {
  const of = `${event.phase}: ${event.product_id}/${event.event_id}`;
  const parser = find(event.product_id);
  if (!parser) {
    faults.add(`${of} has no parser`);
    return [];
  }
  const lines = [event.raw, event.syslog].map((line): ParsedLine => {
    if (/[\r\n]|\bundefined\b|\{\{|\[object Object\]|\bNaN\b/.test(line))
      faults.add(`${of} has a value that was not filled in`);
    try {
      return parseLine(parser, line, event.time);
    } catch (error) {
      faults.add(`${of} cannot be read back (${(error as Error).message})`);
      return {};
    }
  });
  for (const { time } of lines)
    if (!(Math.abs(Date.parse(String(time)) - event.time.getTime()) <= 1000))
      faults.add(`${of}: the time is read as ${time ?? 'nothing'}`);
  if (Object.keys(lines[0]!).length < 3) faults.add(`${of}: the parser finds next to nothing`);
  return lines.flatMap(Object.values);
}

interface People {
  readonly user: readonly string[];
  readonly machine: readonly string[];
  readonly attacker: readonly string[];
}

/** Whom a scenario is about with this seed: asked of the engine itself, by a product that only tells who takes part. */
function peopleOf(seed: string): People {
  const source = scenarioSource(
    compileScenario(WITNESS_STORY, () => WITNESS),
    1,
    {
      cast: createCast(seed),
      sessionId: seed,
      seed,
    },
  );
  return source.at(0, new Date(START)).fields as unknown as People;
}

const WITNESS = compileProduct(
  productSchema.parse({
    id: 'witness',
    name: 'Witness',
    vendor: { id: 'witness', name: 'Witness' },
    category: 'Endpoint',
    description: 'Tells who takes part.',
    references: ['https://docs.witness.example/'],
    encoding: { format: 'json' },
    splunk: { sourcetype: 'witness' },
    fields: {
      user: ['{{user.login}}', "{{replace(user.login, '.', '-')}}", '{{user.name}}', '{{user.email}}'],
      machine: ['{{host.name}}', '{{host.ip}}', '{{user.home_ip}}', '{{user.sid}}'],
      attacker: ['{{attacker.ip}}', '{{attacker.c2_ip}}', '{{attacker.domain}}'],
    },
    events: [{ id: 'seen', name: 'Seen' }],
  }),
);
const WITNESS_STORY: ScenarioFile = {
  id: 'witness',
  name: 'Witness',
  description: 'Who takes part.',
  vars: {},
  phases: [
    {
      id: 'seen',
      name: 'Seen',
      description: 'Who takes part.',
      mitre: [],
      wait: '0s',
      lasts: '1m',
      steps: [{ product: 'witness', event: 'seen', count: 1, with: {} }],
    },
  ],
};

function checkStory(
  told: readonly { product: string; said: readonly (string | number)[] }[],
  people: People,
  faults: Set<string>,
): void {
  const tellers = (marks: readonly string[]): number =>
    new Set(told.filter(({ said }) => names(said, marks)).map(({ product }) => product)).size;
  const most = Math.max(tellers(people.user), tellers(people.attacker));
  if (most < TOLD_BY_LEAST) faults.add(`only ${most} products name the user or the attacker`);
}

const names = (said: readonly (string | number)[], marks: readonly string[]): boolean =>
  said.some((value) => marks.some((mark) => String(value).toLowerCase().includes(mark.toLowerCase())));
