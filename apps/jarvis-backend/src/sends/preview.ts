import { setImmediate as breath } from 'node:timers/promises';
import { tryParseLine } from '../catalogue/parse-line';
import type { ParserFile } from '../catalogue/parser.schema';
import type { EventSource } from '../events/source';
import { told, type GeneratedEvent } from '../events/product';
import { makeBatch } from './make-batch';

export const PREVIEW_MAX = 200;
/** Of lines, in characters: what does not fit any more is not shown. */
const SHOWN_MAX = 4 * 1024 * 1024;

export interface PreviewSpec {
  readonly source: EventSource;
  readonly count: number;
  readonly time: (index: number) => Date;
  readonly parserOf: (productId: string) => ParserFile | undefined;
}

export type PreviewEvent = ReturnType<typeof preview>;

/** The first events to look at, as many as there are asked for unless they are very large; others have their turn meanwhile. */
export async function previews({ source, count, time, parserOf }: PreviewSpec): Promise<PreviewEvent[]> {
  const shown: PreviewEvent[] = [];
  let size = 0;
  while (shown.length < count && size < SHOWN_MAX) {
    const events = makeBatch((index) => source.at(index, time(index)), shown.length, count - shown.length);
    size += events.reduce((sum, { raw }) => sum + raw.length, 0);
    for (const event of events) shown.push(preview(event, parserOf));
    await breath();
  }
  return shown;
}

/** A parser that does not fit its product is the content's fault; the event can still be looked at. */
function preview(event: GeneratedEvent, parserOf: PreviewSpec['parserOf']) {
  const parser = parserOf(event.product_id);
  return { ...told(event), parsed: (parser && tryParseLine(parser, event.raw, event.time)) ?? null };
}
