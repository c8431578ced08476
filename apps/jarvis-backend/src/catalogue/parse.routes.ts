import { Hono } from 'hono';
import { InvalidInputError, NotFoundError } from '../errors';
import { readJson } from '../http/read-json';
import type { Catalogue } from './catalogue';
import FIELD_NAMES from './field-names.json';
import { parseSchema } from './parse.schema';
import { readAll, readWith, readWithAny } from './parse-text';
import { splitRecords } from './split-records';

const RECORDS_MAX = 1000;

/** `POST /parse`: the common fields of pasted logs. `GET /parse/fields`: what each field means. */
export function parseRoutes({ catalogue }: { catalogue: Catalogue }): Hono {
  return new Hono()
    .get('/fields', (context) => context.json(FIELD_NAMES))
    .post('/', async (context) => {
      const { text, product_id } = await readJson(context, parseSchema);
      const records = splitRecords(text);
      if (records.length > RECORDS_MAX) {
        const message = `has ${records.length} records; up to ${RECORDS_MAX} are read at once`;
        throw new InvalidInputError(`text ${message}`, [{ field: 'text', message }]);
      }
      const read = await readAll(records, readerOf(catalogue, product_id));
      return context.json({
        total: read.length,
        read: read.filter(({ error }) => error === null).length,
        records: read,
      });
    });
}

function readerOf(catalogue: Catalogue, productId: string | undefined) {
  if (productId === undefined) return readWithAny(catalogue.parsers());
  const parser = catalogue.parser(productId);
  if (!parser) throw new NotFoundError('parser', productId);
  return readWith(productId, parser);
}
