import { Hono } from 'hono';
import type { Catalogue } from '../catalogue/catalogue';
import { parseLine, type ParsedLine } from '../catalogue/parse-line';
import type { ParserFile } from '../catalogue/parser.schema';
import { readJson } from '../http/read-json';
import type { GeneratedEvent } from '../events/product';
import type { SessionStore } from '../session/session.store';
import { chooseSource } from './choose-source';
import { planOf } from './plan-of';
import { playlistOf } from './playlist-of';
import { generateSchema } from './request.schema';

const PREVIEW_MAX = 200;
const SPACING_MS = 1000;

/** `POST /generate`: events to look at, a second apart or at the moments of a scenario's timeline. Nothing is sent and nothing counts. */
export function generateRoutes({ catalogue, session }: { catalogue: Catalogue; session: SessionStore }): Hono {
  return new Hono().post('/', async (context) => {
    const body = await readJson(context, generateSchema);
    const chosen = chooseSource(body, catalogue, session);
    const count = body.count ?? Math.min(chosen.defaultCount, PREVIEW_MAX);
    const { session_id, features } = session.get();
    const plan = planOf({ ...body, count }, chosen, { catalogue, features });
    const { source, seed } = chosen;
    const base = body.base_time ?? null;
    const playlist = playlistOf({ source, seed, total: count, base_time: base, plan }, catalogue, session_id);
    const total = Math.min(playlist.total ?? count, PREVIEW_MAX);
    const offset =
      body.timeline && playlist.timeline ? playlist.timeline.offset : (index: number) => index * SPACING_MS;
    const start = base === null ? Date.now() - offset(total - 1) : Date.parse(base);
    const parserOf = remember((productId: string) => catalogue.parser(productId));
    const events = Array.from({ length: total }, (_, index) =>
      preview(playlist.at(index, new Date(start + offset(index))), parserOf),
    );
    return context.json({ source, seed, base_time: new Date(start).toISOString(), total, events });
  });
}

function preview(event: GeneratedEvent, parserOf: (productId: string) => ParserFile | undefined) {
  const { hec: _hec, syslog: _syslog, fields: _fields, ...told } = event;
  const parser = parserOf(event.product_id);
  return { ...told, parsed: parser ? tryParse(parser, event) : null };
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
