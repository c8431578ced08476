import { compileProduct } from '../events/product';
import type { Json } from '../events/template';
import { productSchema, scenarioSchema, type ScenarioFile } from './product.schema';
import { scenarioFaults, tryScenario } from './try-scenario';

const acme = compileProduct(
  productSchema.parse({
    id: 'acme',
    name: 'Acme',
    vendor: { id: 'acme', name: 'Acme' },
    category: 'Web',
    description: 'Acme.',
    references: ['https://docs.acme.example/'],
    encoding: { format: 'json' },
    splunk: { sourcetype: 'acme' },
    vars: { site: 'example.org' },
    fields: { site: '{{site}}', ip: '{{host.ip}}' },
    events: [{ id: 'seen', name: 'Seen' }],
  }),
);
const find = (id: string) => (id === 'acme' ? acme : undefined);

interface Step {
  readonly product?: string;
  readonly event?: string;
  readonly with?: Record<string, Json>;
}
const scenario = (steps: readonly Step[], vars: Record<string, Json> = {}): ScenarioFile =>
  scenarioSchema.parse({
    id: 'story',
    name: 'Story',
    description: 'A story.',
    vars,
    phases: [
      {
        id: 'only',
        name: 'Only',
        description: 'All.',
        steps: steps.map((step) => ({ product: 'acme', event: 'seen', ...step })),
      },
    ],
  });
const faults = (file: ScenarioFile): [string, string][] =>
  scenarioFaults(file, find).map(({ path, message }) => [path.join('.'), message]);

it('finds nothing where all is well', () => {
  const file = scenario([{}, { with: { site: '{{lure}}', host: '{{server}}' } }], {
    lure: 'https://{{attacker.domain}}',
  });
  expect(faults(file)).toEqual([]);
  expect(tryScenario(file, find)).toBe(file);
});

it.each<[string, ScenarioFile, [string, unknown][]]>([
  ['a product', scenario([{ product: 'other' }]), [['phases.0.steps.0.product', 'There is no product other']]],
  ['an event', scenario([{}, { event: 'none' }]), [['phases.0.steps.1.event', 'The product acme has no event none']]],
  [
    'a name',
    scenario([{ with: { none: 1 } }]),
    [['phases.0.steps.0.with.none', 'The event acme/seen has no variable none']],
  ],
  [
    'a path',
    scenario([{ with: { site: '{{user.none}}' } }]),
    [['phases.0.steps.0.with.site', 'user.none has no none']],
  ],
  [
    'what the product does with what it is given, at the step',
    scenario([{ with: { host: 'no host' } }]),
    [['phases.0.steps.0', 'host.ip has no ip']],
  ],
  [
    'two steps at once',
    scenario([{ event: 'none' }, {}, { with: { site: '{{user.none}}' } }]),
    [
      ['phases.0.steps.0.event', expect.any(String)],
      ['phases.0.steps.2.with.site', expect.any(String)],
    ],
  ],
  [
    'a variable, once for all the steps that read it',
    scenario([{ with: { site: '{{lure}}' } }, { with: { site: '{{lure}}' } }], { lure: '{{user.none}}', fine: 'x' }),
    [['vars.lure', 'user.none has no none']],
  ],
  [
    'the variable that a variable reads, and not that it reads itself',
    scenario([{}], { one: '{{user.none}}', two: '{{one}}' }),
    [
      ['vars.one', 'user.none has no none'],
      ['vars.two', 'user.none has no none'],
    ],
  ],
])('tells of %s', (_, file, told) => expect(faults(file)).toEqual(told));

it('tells of many variables that fail each for itself', () => {
  const vars = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`v${index}`, '{{user.none}}']));
  expect(faults(scenario([{}], vars))).toEqual(
    Object.keys(vars).map((name) => [`vars.${name}`, 'user.none has no none']),
  );
});

it('stops where the steps take too much together', () => {
  const told = faults(scenario(Array.from({ length: 100 }, () => ({ with: { site: '{{chars(60000)}}' } }))));
  expect(told).toEqual([['phases', expect.stringContaining('at most, each step played once')]]);
});

it('names the phase of what is wrong in a file', () =>
  expect(() => tryScenario(scenario([{ event: 'none' }]), find)).toThrow('only: The product acme has no event none'));
