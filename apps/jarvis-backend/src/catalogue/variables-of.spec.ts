import { productSchema } from './product.schema';
import { variablesOf } from './variables-of';

const product = productSchema.parse({
  id: 'acme',
  name: 'Acme',
  vendor: { id: 'acme', name: 'Acme' },
  category: 'Web',
  description: 'Acme.',
  references: ['https://docs.acme.example/'],
  encoding: { format: 'json', suffix: '{{ending}}' },
  host: '{{server.name}}',
  splunk: { sourcetype: 'acme' },
  vars: { site: '{{remote.domain}}', path: '/{{file}}', file: 'index', ending: '.', unused: '{{attacker.ip}}' },
  fields: { url: '{{site}}{{path}}', who: '{{user.name}}' },
  events: [
    { id: 'seen', name: 'Seen' },
    { id: 'other', name: 'Other', vars: { site: 'example.org' }, fields: { who: 'nobody' } },
  ],
});
const of = (index: number) => variablesOf(product, product.events[index]!);

it('tells what an event reads, also through other variables, before the names of the cast', () =>
  expect(of(0)).toEqual([
    { name: 'ending', value: '.' },
    { name: 'file', value: 'index' },
    { name: 'path', value: '/{{file}}' },
    { name: 'site', value: '{{remote.domain}}' },
    { name: 'user', value: null },
    { name: 'server', value: null },
    { name: 'remote', value: null },
  ]));

it('goes by the event’s own variables and fields where it has them', () =>
  expect(of(1)).toEqual([
    { name: 'ending', value: '.' },
    { name: 'file', value: 'index' },
    { name: 'path', value: '/{{file}}' },
    { name: 'site', value: 'example.org' },
    { name: 'server', value: null },
  ]));
