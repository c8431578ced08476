import { isDuration } from './durations';
import type { ScenarioBody } from './scenario-body';
import { techniquesOf, type PhaseDraft, type ScenarioDraft, type StepDraft, type ValueRow } from './scenario-draft';
import { isBroken } from './value-text';

/** What is wrong, by the path of its field: `phases.0.steps.1.event`. */
export type Faults = Readonly<Record<string, string>>;

/** What can be told of a draft without asking. */
export const faultsOf = ({ name, description, vars, phases }: ScenarioDraft): Faults => ({
  ...blankFaults({ name, description }),
  ...rowFaults('vars', vars),
  ...Object.assign({}, ...phases.map((phase, index) => phaseFaults(`phases.${index}`, phase))),
});

/** Texts that have to be there, by their paths. */
const blankFaults = (texts: Readonly<Record<string, string>>): Faults =>
  Object.fromEntries(
    Object.keys(texts).flatMap((path) => (texts[path]!.trim() === '' ? [[path, 'may not be empty']] : [])),
  );

function phaseFaults(path: string, { name, description, wait, lasts, techniques, steps }: PhaseDraft): Faults {
  const unknown = techniquesOf(techniques).filter((technique) => !/^T\d{4}(\.\d{3})?$/.test(technique));
  return {
    ...blankFaults({ [`${path}.name`]: name, [`${path}.description`]: description }),
    ...(!isDuration(wait) && { [`${path}.wait`]: 'has to be a whole number up to 9999' }),
    ...(!isDuration(lasts) && { [`${path}.lasts`]: 'has to be a whole number up to 9999' }),
    ...(unknown.length > 0 && { [`${path}.mitre`]: `are written like T1566 or T1566.001, not ${unknown.join(', ')}` }),
    ...Object.assign({}, ...steps.map((step, index) => stepFaults(`${path}.steps.${index}`, step))),
  };
}

const stepFaults = (path: string, { product, event, rows }: StepDraft): Faults => ({
  ...(product === '' && { [`${path}.product`]: 'Choose a product' }),
  ...(product !== '' && event === '' && { [`${path}.event`]: 'Choose an event' }),
  ...rowFaults(`${path}.with`, rows),
});

function rowFaults(path: string, rows: readonly ValueRow[]): Faults {
  const names = rows.map(({ name }) => name.trim());
  return Object.fromEntries(
    rows.flatMap(({ text }, index): [string, string][] => {
      const name = names[index]!;
      if (name === '') return text.trim() === '' ? [] : [[`${path}.`, 'needs a name']];
      if (names.indexOf(name) !== names.lastIndexOf(name)) return [[`${path}.${name}`, 'is there twice']];
      return isBroken(text) ? [[`${path}.${name}`, 'begins like JSON and is none']] : [];
    }),
  );
}

/** Those of the faults of now that were there before. */
export const stillThere = (before: Faults, now: Faults): Faults =>
  Object.fromEntries(Object.entries(now).filter(([path]) => Object.hasOwn(before, path)));

/** Those of the faults found in `checked` whose field is still as it was then. */
export const standing = (faults: Faults, checked: ScenarioBody, body: ScenarioBody): Faults =>
  Object.fromEntries(Object.entries(faults).filter(([path]) => textAt(checked, path) === textAt(body, path)));

function textAt(body: unknown, path: string): string {
  let value: unknown = body;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, name)) break;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return JSON.stringify(value) ?? '';
}

/** What is wrong at a field, or inside it. */
export const faultWithin = (faults: Faults, path: string): string | undefined =>
  faults[path] ?? Object.entries(faults).find(([each]) => each.startsWith(`${path}.`))?.[1];

const FIELDS = [
  /^(name|description|phases|vars\..*)$/,
  /^phases\.\d+\.((name|description|wait|lasts|steps)|mitre(\..*)?)$/,
  /^phases\.\d+\.steps\.\d+(\.(product|event|count|with(\..*)?))?$/,
];

/** Those that no field shows, as sentences. */
export const unplaced = (faults: Faults): string[] =>
  Object.entries(faults)
    .filter(([path]) => !FIELDS.some((field) => field.test(path)))
    .map(([path, message]) => sentence(path, message));

/** `Phase 1, step 2, event has to be …`. */
export function sentence(path: string, message: string): string {
  const place = path
    .replace(/^phases\.(\d+)/, (_, index: string) => `phase ${Number(index) + 1}`)
    .replace(/\.steps\.(\d+)/, (_, index: string) => `, step ${Number(index) + 1}`)
    .replace(/\.with\./, ', value of ')
    .replace(/^vars\./, 'variable ')
    .replace(/(\d)\.(?=[a-z])/, '$1, ');
  const told = /^[A-Z]/.test(message) ? `: ${message}` : ` ${message}`;
  return place === '' ? message : place[0]!.toUpperCase() + place.slice(1) + told;
}
