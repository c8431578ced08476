import { durationOf, durationText } from './durations';
import { phaseIds } from './phase-ids';
import {
  newPhase,
  newRow,
  newStep,
  techniquesOf,
  type PhaseDraft,
  type ScenarioDraft,
  type StepDraft,
  type ValueRow,
} from './scenario-draft';
import { valueOf, valueText, type Json } from './value-text';

/** A draft as the API takes it; what is no number or time yet is left for the API to refuse. */
export const bodyOf = ({ name, description, vars, phases }: ScenarioDraft) => {
  const ids = phaseIds(phases);
  return {
    name,
    description,
    vars: valuesOf(vars),
    phases: phases.map((phase, index) => ({
      id: ids[index]!,
      name: phase.name,
      description: phase.description,
      mitre: techniquesOf(phase.techniques),
      wait: durationText(phase.wait),
      lasts: durationText(phase.lasts),
      steps: phase.steps.map(stepBody),
    })),
  };
};
export type ScenarioBody = ReturnType<typeof bodyOf>;

const stepBody = ({ product, event, count, malicious, rows }: StepDraft) => ({
  product,
  event,
  count: count.trim() === '' ? null : Number(count),
  ...(malicious !== null && { malicious }),
  with: valuesOf(rows),
});

const valuesOf = (rows: readonly ValueRow[]): Record<string, Json> =>
  Object.fromEntries(
    rows.filter(({ name }) => name.trim() !== '').map(({ name, text }) => [name.trim(), valueOf(text)]),
  );

const ID = /^[a-z0-9][a-z0-9_-]{0,63}$/;

type Loose = Readonly<Record<string, unknown>>;

/** A scenario as the API or a file has it, as a draft: what is missing is empty. Throws where it is no scenario at all. */
export function draftOf(source: unknown): ScenarioDraft {
  const { name, description, vars, phases } = object(source);
  if (!Array.isArray(phases)) throw new Error('This is no scenario: it has no list of phases.');
  return { name: text(name), description: text(description), vars: rowsOf(vars), phases: phases.map(phaseOf) };
}

function phaseOf(source: unknown): PhaseDraft {
  const { id, name, description, mitre, wait = '0s', lasts = '5m', steps } = object(source);
  return newPhase({
    id: ID.test(text(id)) ? text(id) : null,
    name: text(name),
    description: text(description),
    techniques: list(mitre).map(text).join(', '),
    wait: durationOf(wait),
    lasts: durationOf(lasts),
    steps: list(steps).map(stepOf),
  });
}

function stepOf(source: unknown): StepDraft {
  const { product, event, count = 1, malicious, with: values } = object(source);
  return newStep({
    product: text(product),
    event: text(event),
    count: text(count),
    malicious: typeof malicious === 'boolean' ? malicious : null,
    rows: rowsOf(values),
  });
}

const rowsOf = (values: unknown): ValueRow[] =>
  Object.entries(object(values)).map(([name, value]) => newRow(name, valueText(value as Json)));

const object = (value: unknown): Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Loose) : {};
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');
