import { setImmediate as breath } from 'node:timers/promises';
import { Hono } from 'hono';
import type { Playlist } from '../events/playlist';
import type { GeneratedEvent } from '../events/product';
import { parseInput } from '../http/read-json';
import { chooseSource, type SourceDeps } from '../sends/choose-source';
import { prepare } from '../sends/prepare';
import { timingOf } from '../sends/timing';
import { exportSchema } from './export.schema';
import { download, fileNameOf } from './serialise';

/** For so long events are made before others have their turn. */
const AT_ONCE_MS = 20;

/** `GET /export`: generated events as a file. Nothing is sent and nothing counts. */
export function exportRoutes(deps: SourceDeps): Hono {
  return new Hono().get('/', (context) => {
    const query = parseInput(exportSchema, context.req.query());
    const chosen = chooseSource(query, deps);
    const pace = chosen.hasTimeline ? 'backdated' : 'rate';
    const count = query.count ?? chosen.defaultCount;
    const noise = query.noise === 0 ? null : { per_event: query.noise };
    const base_time = query.base_time ?? (pace === 'rate' ? secondsAgo(count) : undefined);
    const { playlist, plan, baseTime } = prepare(chosen, { count, noise, pace, base_time }, deps);
    const events = eventsOf(playlist, timingOf(playlist, { base_time: baseTime, rate: null, plan }));
    return download(events, query.format, fileNameOf(chosen.source));
  });
}

/** Events a second apart end now. */
const secondsAgo = (seconds: number): string => new Date(Date.now() - seconds * 1000).toISOString();

async function* eventsOf(playlist: Playlist, timing: { time(index: number): Date }): AsyncGenerator<GeneratedEvent> {
  let begun = performance.now();
  for (let index = 0; index < (playlist.total ?? 0); index += 1) {
    yield playlist.at(index, timing.time(index));
    if (performance.now() - begun < AT_ONCE_MS) continue;
    await breath();
    begun = performance.now();
  }
}
