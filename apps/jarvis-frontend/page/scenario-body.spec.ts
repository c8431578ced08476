import { bodyOf, draftOf } from './scenario-body';
import { newDraft } from './scenario-draft';

const SCENARIO = {
  name: 'Night shift',
  description: 'Somebody is there who should not be.',
  vars: { pod: 'shop-{{hex(4)}}', node: { name: 'n2', ip: '10.0.0.2' }, port: 8080, text: '8080' },
  phases: [
    {
      id: 'way_in',
      name: 'The way in',
      description: 'A door is open.',
      mitre: ['T1078.004', 'T1613'],
      wait: '90s',
      lasts: '2h',
      steps: [
        { product: 'okta', event: 'login', count: 3, malicious: false, with: { risk: 'HIGH', place: { lat: 47.5 } } },
        { product: 'okta', event: 'logout', count: 1, with: {} },
      ],
    },
  ],
};

it('changes nothing in a scenario that nobody edits', () => {
  expect(bodyOf(draftOf(SCENARIO))).toEqual(SCENARIO);
});

it('fills in what a file may leave out', () => {
  const { id: _, ...phase } = SCENARIO.phases[0]!;
  const short = {
    ...phase,
    mitre: undefined,
    wait: undefined,
    lasts: undefined,
    steps: [{ product: 'a', event: 'b' }],
  };
  const { phases, vars } = bodyOf(draftOf({ name: 'Short', phases: [short] }));
  expect(vars).toEqual({});
  expect(phases[0]).toMatchObject({ id: 'the_way_in', mitre: [], wait: '0m', lasts: '5m' });
  expect(phases[0]!.steps).toEqual([{ product: 'a', event: 'b', count: 1, with: {} }]);
});

it.each([null, 5, 'text', [], {}, { phases: {} }])('takes %j for no scenario', (source) => {
  expect(() => draftOf(source)).toThrow('no list of phases');
});

it('reads what is of the wrong kind as nothing', () => {
  const draft = draftOf({ name: {}, phases: [null, { id: 'No Id', mitre: 'T1', steps: [7] }], vars: [] });
  expect(bodyOf(draft)).toMatchObject({ name: '', vars: {}, phases: [{ steps: [] }, { id: 'phase_2', steps: [{}] }] });
});

it('takes names and techniques as they are meant', () => {
  const draft = draftOf(SCENARIO);
  const [phase] = draft.phases;
  const rows = [
    { key: '1', name: ' risk ', text: '7' },
    { key: '2', name: ' ', text: '' },
  ];
  const steps = [{ ...phase!.steps[0]!, count: '', rows }];
  const body = bodyOf({ ...draft, phases: [{ ...phase!, techniques: 't1078.004,T1613;  t1059', steps }] });
  expect(body.phases[0]!.mitre).toEqual(['T1078.004', 'T1613', 'T1059']);
  expect(body.phases[0]!.steps[0]).toMatchObject({ count: null, with: { risk: 7 } });
});

it('begins with one phase of one step', () => {
  expect(bodyOf(newDraft()).phases.map(({ steps }) => steps.length)).toEqual([1]);
});
