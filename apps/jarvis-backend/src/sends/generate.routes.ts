import { Hono } from 'hono';
import { readJson } from '../http/read-json';
import { remember } from '../remember';
import { chooseSource, type SourceDeps } from './choose-source';
import { prepare } from './prepare';
import { PREVIEW_MAX, previews } from './preview';
import { generateSchema } from './request.schema';

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
    const time = (index: number): Date => new Date(start + offset(index));
    const events = await previews({ source: playlist, count: total, time, parserOf });
    return context.json({ source, seed, base_time: new Date(start).toISOString(), total: events.length, events });
  });
}
