import { Hono } from 'hono';
import type { Catalogue } from '../catalogue/catalogue';
import { parseLine, type ParsedLine } from '../catalogue/parse-line';
import type { ParserFile } from '../catalogue/parser.schema';
import { readJson } from '../http/read-json';
import type { SessionStore } from '../session/session.store';
import { chooseSource } from './choose-source';
import { generateSchema } from './request.schema';

const PREVIEW_MAX = 200;
const SPACING_MS = 1000;

/** `POST /generate`: events to look at. Nothing is sent and nothing counts. */
export function generateRoutes({ catalogue, session }: { catalogue: Catalogue; session: SessionStore }): Hono {
  return new Hono().post('/', async (context) => {
    const body = await readJson(context, generateSchema);
    const chosen = chooseSource(body, catalogue, session);
    const count = body.count ?? Math.min(chosen.defaultCount, PREVIEW_MAX);
    const start = body.base_time === undefined ? Date.now() - (count - 1) * SPACING_MS : Date.parse(body.base_time);
    const source = chosen.events(count);
    const parserOf = remember((productId: string) => catalogue.parser(productId));
    const events = Array.from({ length: count }, (_, index) => {
      const {
        hec: _hec,
        syslog: _syslog,
        fields: _fields,
        ...event
      } = source.at(index, new Date(start + index * SPACING_MS));
      const parser = parserOf(event.product_id);
      return { ...event, parsed: parser ? tryParse(parser, event) : null };
    });
    return context.json({
      source: chosen.source,
      seed: chosen.seed,
      base_time: new Date(start).toISOString(),
      total: count,
      events,
    });
  });
}

/** A parser that does not fit its product is the content's fault; the events can still be looked at. */
function tryParse(parser: ParserFile, { raw, time }: { raw: string; time: Date }): ParsedLine | null {
  try {
    return parseLine(parser, raw, time);
  } catch {
    return null;
  }
}

/** Asks once for each key. */
function remember<T>(ask: (key: string) => T): (key: string) => T {
  const known = new Map<string, T>();
  return (key) => {
    if (!known.has(key)) known.set(key, ask(key));
    return known.get(key) as T;
  };
}
