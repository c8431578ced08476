import { join, resolve } from 'node:path';
import { Catalogue } from './catalogue';
import { checkProduct } from './check-content';

const BACKEND = resolve(__dirname, '../../../../Backend');
const catalogue = new Catalogue(
  { generators: join(BACKEND, 'event_generators'), parsers: join(BACKEND, 'parsers') },
  () => undefined,
);
/** `CONTENT_EVENTS=2000` looks deeper. */
const COUNT = Number(process.env['CONTENT_EVENTS'] ?? 500);

// Every file of the folder, also those that are written later: what a receiver can read is proven on the very lines that it gets.
it.each(catalogue.products().map(({ id }) => id))('%s writes one line an event, which its parser reads back', (id) =>
  expect(checkProduct(catalogue.product(id), catalogue.parser(id), COUNT)).toEqual([]),
);
