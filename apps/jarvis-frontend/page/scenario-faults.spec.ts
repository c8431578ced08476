import { bodyOf, draftOf } from './scenario-body';
import { newRow, type ScenarioDraft } from './scenario-draft';
import { faultsOf, faultWithin, sentence, standing, stillThere, unplaced } from './scenario-faults';

const draft = draftOf({
  name: 'Night shift',
  description: 'Somebody is there.',
  phases: [
    {
      name: 'The way in',
      description: 'A door.',
      steps: [
        { product: 'okta', event: 'login' },
        { product: 'okta', event: 'logout' },
      ],
    },
  ],
});
const [phase] = draft.phases;
const withPhase = (change: Partial<ScenarioDraft['phases'][number]>) => ({
  ...draft,
  phases: [{ ...phase!, ...change }],
});

it('finds nothing wrong in a whole draft', () => expect(faultsOf(draft)).toEqual({}));

it.each([
  [{ ...draft, name: ' ' }, 'name'],
  [withPhase({ description: '' }), 'phases.0.description'],
  [withPhase({ wait: { amount: '', unit: 'm' } }), 'phases.0.wait'],
  [withPhase({ lasts: { amount: '1.5', unit: 'h' } }), 'phases.0.lasts'],
  [withPhase({ techniques: 'T1566.1' }), 'phases.0.mitre'],
  [withPhase({ steps: [{ ...phase!.steps[0]!, product: '', event: '' }] }), 'phases.0.steps.0.product'],
  [withPhase({ steps: [{ ...phase!.steps[0]!, event: '' }] }), 'phases.0.steps.0.event'],
  [withPhase({ steps: [{ ...phase!.steps[0]!, rows: [newRow('a'), newRow('a ')] }] }), 'phases.0.steps.0.with.a'],
  [withPhase({ steps: [{ ...phase!.steps[0]!, rows: [newRow('', 'x')] }] }), 'phases.0.steps.0.with.'],
  [{ ...draft, vars: [newRow('pod', '{"a": 1')] }, 'vars.pod'],
])('tells it at the field (%#)', (wrong, path) => {
  expect(Object.keys(faultsOf(wrong))).toEqual([path]);
});

it('tells a fault until its field is changed', () => {
  const faults = { 'phases.0.steps.0.event': 'is unknown', 'phases.0.steps.1.event': 'is unknown', name: 'is taken' };
  const [first, second] = phase!.steps;
  const mended = withPhase({ steps: [first!, { ...second!, event: 'login' }] });
  expect(Object.keys(standing(faults, bodyOf(draft), bodyOf(mended)))).toEqual(['phases.0.steps.0.event', 'name']);
});

it('keeps silent about what was not there when it was checked', () => {
  expect(stillThere({ a: 'old', b: 'old' }, { a: 'new', c: 'new' })).toEqual({ a: 'new' });
});

it('finds a fault inside a field, and not in one whose name begins alike', () => {
  const faults = { 'phases.0.mitre.1': 'is none', 'phases.0.steps.0.with.place.city': 'is missing' };
  expect(faultWithin(faults, 'phases.0.mitre')).toBe('is none');
  expect(faultWithin(faults, 'phases.0.steps.0.with.place')).toBe('is missing');
  expect(faultWithin(faults, 'phases.0.steps.0.with.pla')).toBeUndefined();
});

it.each([
  ['phases.0.steps.1.event', 'is unknown', 'Phase 1, step 2, event is unknown'],
  ['phases.11.name', 'may not be empty', 'Phase 12, name may not be empty'],
  ['phases.0.steps.1', 'The event has no host', 'Phase 1, step 2: The event has no host'],
  ['phases.2.steps.0.with.user.name', 'is missing', 'Phase 3, step 1, value of user.name is missing'],
  ['vars.pod', 'reads itself', 'Variable pod reads itself'],
  ['', 'has to be an object', 'has to be an object'],
])('says where %s is', (path, message, said) => expect(sentence(path, message)).toBe(said));

it('lists what no field shows', () => {
  expect(unplaced({ name: 'is taken', 'phases.0.id': 'is there twice', 'phases.0.steps.3': 'is wrong' })).toEqual([
    'Phase 1, id is there twice',
  ]);
});
