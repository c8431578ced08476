import { Hono } from 'hono';
import { tryParseLine } from '../catalogue/parse-line';
import type { ParserFile } from '../catalogue/parser.schema';
import { readJson } from '../http/read-json';
import { told, type GeneratedEvent } from '../events/product';
import { remember } from '../remember';
import { chooseSource, type SourceDeps } from './choose-source';
import { prepare } from './prepare';
import { generateSchema } from './request.schema';

const PREVIEW_MAX = 200;
const SPACING_MS = 1000;

/** `POST /generate`: events to look at, a second apart or at the moments of a scenario's timeline. Nothing is sent and nothing counts. */
export function generateRoutes(deps: SourceDeps): Hono {
  return new Hono().post('/', async (context) => {
    const body = await readJson(context, generateSchema);
    const chosen = chooseSource(body, deps);
    const count = body.count ?? Math.min(chosen.defaultCount, PREVIEW_MAX);
    const { source, seed } = chosen;
    const { playlist, baseTime } = prepare(chosen, { ...body, count }, deps);
    const total = Math.min(playlist.total ?? count, PREVIEW_MAX);
    const offset =
      body.timeline && playlist.timeline ? playlist.timeline.offset : (index: number) => index * SPACING_MS;
    const start = baseTime === null ? Date.now() - offset(total - 1) : Date.parse(baseTime);
    const parserOf = remember((id: string) => (source.kind === 'upload' ? undefined : deps.catalogue.parser(id)));
    const events = Array.from({ length: total }, (_, index) =>
      preview(playlist.at(index, new Date(start + offset(index))), parserOf),
    );
    return context.json({ source, seed, base_time: new Date(start).toISOString(), total, events });
  });
}

/** A parser that does not fit its product is the content's fault; the event can still be looked at. */
function preview(event: GeneratedEvent, parserOf: (productId: string) => ParserFile | undefined) {
  const parser = parserOf(event.product_id);
  return { ...told(event), parsed: (parser && tryParseLine(parser, event.raw, event.time)) ?? null };
}
