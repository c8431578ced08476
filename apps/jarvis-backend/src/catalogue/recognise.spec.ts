import { join, resolve } from 'node:path';
import { createCast } from '../events/cast';
import { productSource } from '../events/source';
import { Catalogue } from './catalogue';
import { readAll, readWithAny } from './parse-text';
import { recognise } from './recognise';

const BACKEND = resolve(__dirname, '../../../../Backend');
const folders = { generators: join(BACKEND, 'event_generators'), parsers: join(BACKEND, 'parsers') };
const catalogue = new Catalogue(folders, () => undefined);
const parsers = catalogue.parsers();
const EVENTS = 12;
/** NGINX writes the very format of Apache, so a line of one is a line of the other. */
const ALIKE: Readonly<Record<string, string>> = { nginx_access: 'apache_access' };

const linesOf = (product: string, count = EVENTS): string[] => {
  const source = productSource(catalogue.product(product), { cast: createCast('s'), sessionId: 's', seed: product });
  return Array.from({ length: count }, (_, index) => source.at(index, new Date()).syslog);
};

it('finds the parser of at least 97 of 100 lines without being told the product', () => {
  const wrong: string[] = [];
  let lines = 0;
  for (const { id } of catalogue.products()) {
    for (const line of linesOf(id)) {
      const reading = recognise(line, parsers, new Date());
      const found = [reading?.product_id, ...(reading?.also ?? [])];
      lines += 1;
      if (!found.includes(id) && !found.includes(ALIKE[id])) wrong.push(`${id} taken for ${reading?.product_id}`);
    }
  }
  expect({ share: wrong.length / lines <= 0.03, wrong }).toMatchObject({ share: true });
  // No product is always mistaken.
  for (const { id } of catalogue.products())
    expect(wrong.filter((text) => text.startsWith(`${id} taken`)).length).toBeLessThan(EVENTS / 2);
});

it('reads a mixture as it reads each line alone', async () => {
  const mixed = ['okta_system_log', 'cisco_asa', 'paloalto_panos', 'windows_security'].flatMap((id) => linesOf(id, 25));
  const order = mixed.map((_, index) => mixed[(index * 37) % mixed.length]!);
  const read = await readAll(order, readWithAny(parsers));
  const alone = order.map((line) => recognise(line, parsers, new Date()));
  expect(read.filter(({ product_id }, index) => product_id !== alone[index]?.product_id).length).toBeLessThanOrEqual(3);
});

it.each([
  'hello world',
  'a b c d e f g h',
  '{}',
  '{"a":1}',
  '<13>',
  '2026-11-26T08:00:00Z',
  ','.repeat(300),
  '=',
  '|||||',
])('does not pretend to read %j', (line) => expect(recognise(line, parsers, new Date())).toBeUndefined());

it('is not held up by nasty lines', async () => {
  const nasty = [
    'a'.repeat(32_000),
    ' '.repeat(32_000),
    'a=b '.repeat(8000),
    'a="'.repeat(10_000),
    '"\\'.repeat(16_000),
    '<a>'.repeat(10_000),
    '{"a":'.repeat(6000),
    '['.repeat(32_000),
    'CEF:0|a|b|c|d|e|5|' + 'k=v\\='.repeat(5000),
    'Nov 26 08:00:00 host app: ' + '%'.repeat(30_000),
    '1.1.1.1 - - [' + ':'.repeat(30_000),
  ];
  const began = performance.now();
  const read = await readAll(nasty, readWithAny(parsers));
  expect(read).toHaveLength(nasty.length);
  // A pattern that backtracks over such a line takes minutes.
  expect(performance.now() - began).toBeLessThan(20_000);
}, 60_000);
