import type { FieldError } from '../validation';
import { CustomSummaries } from './custom-summaries';
import type { CatalogueIndex } from './load-index';
import { scenarioSchema, type ScenarioFile } from './product.schema';
import { summarizeScenario } from './summaries';

const indexOf = (stamp: string): CatalogueIndex =>
  ({ stamp, products: new Map(), scenarios: new Map(), parsers: new Map(), problems: [] }) as unknown as CatalogueIndex;
const file = (id: string): ScenarioFile =>
  scenarioSchema.parse({
    id,
    name: id,
    description: 'A story.',
    phases: [{ id: 'only', name: 'Only', description: 'All.', steps: [{ product: 'gone', event: 'seen', count: 3 }] }],
  });

const setup = () => {
  const stamps = new Map([
    ['custom-a', '1'],
    ['custom-b', '1'],
  ]);
  const tried: string[] = [];
  const faults: FieldError[] = [{ field: 'phases.0.steps.0.product', message: 'There is no product gone' }];
  const summaries = new CustomSummaries(
    {
      stamps: () => [...stamps].map(([id, stamp]) => ({ id, stamp })),
      definition: (id) => (stamps.has(id) ? file(id) : undefined),
    },
    (tries) => {
      tried.push(tries.id);
      return summarizeScenario(tries, () => undefined, { custom: true, problems: faults });
    },
  );
  return { stamps, tried, faults, summaries };
};

it('lists what no longer fits, with what is wrong and what is known of it', () => {
  const { summaries, faults } = setup();
  expect(summaries.all(indexOf('one')).get('custom-a')).toMatchObject({
    custom: true,
    problems: faults,
    default_count: 3,
    products: [],
    phases: [{ steps: [{ product: { id: 'gone', name: 'gone' }, event: { id: 'seen', name: 'seen' }, count: 3 }] }],
  });
});

it('tries each again only when it or the content has changed', () => {
  const { summaries, stamps, tried } = setup();
  const first = indexOf('one');
  summaries.all(first);
  summaries.all(first);
  expect(tried.splice(0)).toEqual(['custom-a', 'custom-b']);
  stamps.set('custom-b', '2');
  summaries.all(first);
  expect(tried.splice(0)).toEqual(['custom-b']);
  summaries.all(indexOf('two'));
  expect(tried.splice(0)).toEqual(['custom-a', 'custom-b']);
  stamps.delete('custom-a');
  expect([...summaries.all(first).keys()]).toEqual(['custom-b']);
});
