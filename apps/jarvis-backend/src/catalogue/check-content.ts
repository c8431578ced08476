import { createCast } from '../events/cast';
import type { GeneratedEvent, Product } from '../events/product';
import { createRandom } from '../events/random';
import { createScope } from '../events/scope';
import { productSource } from '../events/source';
import { textOf } from '../events/template';
import { drawnValue } from './drawn-value';
import { parseLine, type ParsedLine } from './parse-line';
import { fieldsOf, namesOf } from './parser-fields';
import type { ParserFile } from './parser.schema';

const START = Date.parse('2026-11-23T10:00:00.123Z');
/** How many events of each kind there are besides those that are drawn by weight. */
const EACH = 25;
const SPEC = { cast: createCast('check'), sessionId: 'check' };
const MALICIOUS = { least: 0.005, most: 0.4 };

/** Collects what is wrong: the same thing once, with its first example. */
class Faults {
  private readonly told = new Map<string, string>();

  add(what: string, example = ''): void {
    if (!this.told.has(what)) this.told.set(what, example);
  }

  list(): string[] {
    return [...this.told].map(([what, example]) => (example ? `${what}: ${example}` : what));
  }
}

/** Generates `count` events of a product and reads each back; returns what is wrong, nothing when all is well. */
export function checkProduct(product: Product, parser: ParserFile | undefined, count: number): string[] {
  const faults = new Faults();
  const events = generate(product, count);
  generate(product, count).forEach(({ syslog }, index) => {
    if (syslog !== events[index]!.syslog) faults.add('the same seed gives other events', syslog);
  });
  for (const event of events) checkLine(event, faults);
  checkShare(product, faults);
  if (parser) checkParser(product, parser, events, faults);
  else faults.add('there is no parser');
  return faults.list();
}

function generate(product: Product, count: number): GeneratedEvent[] {
  const source = productSource(product, { ...SPEC, seed: 'check' });
  // Odd steps: each event has another hour, day and fraction of a second.
  const timeOf = (index: number): Date => new Date(START + index * 4_567_891);
  const drawn = Array.from({ length: count }, (_, index) => source.at(index, timeOf(index)));
  // A kind that is drawn seldom is seen as well.
  const each = [...product.events.values()].flatMap((event) =>
    Array.from({ length: EACH }, (_, index) => {
      const random = createRandom(`check:${event.file.id}:${index}`);
      const vars = [event.vars, product.vars];
      return event.render(createScope({ ...SPEC, random, time: timeOf(index), index, vars }));
    }),
  );
  return [...drawn, ...each];
}

function checkLine({ event_id, raw, syslog, fields, hec }: GeneratedEvent, faults: Faults): void {
  for (const line of [raw, syslog]) {
    if (/[\r\n]/.test(line)) faults.add(`${event_id} is more than one line`, line);
    if (/\bundefined\b|\{\{|\[object Object\]|\bNaN\b/.test(line))
      faults.add(`${event_id} has a value that was not filled in`, line);
  }
  if (!/^<\d{1,3}>/.test(syslog)) faults.add(`${event_id} has no priority`, syslog);
  if (raw.trim() === '' || fields === undefined || hec.sourcetype === '') faults.add(`${event_id} is empty`);
}

function checkShare({ file }: Product, faults: Faults): void {
  const sum = (events: typeof file.events): number => events.reduce((total, { weight }) => total + weight, 0);
  const share = sum(file.events.filter(({ malicious }) => malicious)) / sum(file.events);
  if (share >= MALICIOUS.least && share <= MALICIOUS.most) return;
  faults.add(`${(share * 100).toFixed(1)} % of the events are malicious; it has to be 0.5 % to 40 %`);
}

function checkParser(product: Product, parser: ParserFile, events: readonly GeneratedEvent[], faults: Faults): void {
  const { encoding } = product.file;
  if (parser.reads !== encoding.format)
    faults.add(`the parser reads ${parser.reads}, the product writes ${encoding.format}`);
  if (parser.reads === 'w3c' && String(parser.columns) !== String(Object.keys(product.file.fields)))
    faults.add('the columns of the parser are not the fields of the product');
  const seen = new Set<string>();
  for (const event of events) {
    // As it is written to a file, and as it arrives at a syslog receiver.
    const lines = [event.raw, event.syslog].map((line) => tryParse(parser, line, event, faults));
    for (const parsed of lines) if (parsed) checkParsed(product, parser, event, parsed, faults);
    for (const name of Object.keys(lines[0] ?? {})) seen.add(name);
  }
  for (const name of namesOf(parser)) if (!seen.has(name)) faults.add(`no line has ${name}`);
}

function tryParse(parser: ParserFile, line: string, event: GeneratedEvent, faults: Faults): ParsedLine | undefined {
  try {
    return parseLine(parser, line, event.time);
  } catch (error) {
    faults.add(`${event.event_id} cannot be read back (${(error as Error).message})`, line);
    return undefined;
  }
}

function checkParsed(
  product: Product,
  parser: ParserFile,
  event: GeneratedEvent,
  parsed: ParsedLine,
  faults: Faults,
): void {
  const of = `${event.event_id}:`;
  const time = Date.parse(String(parsed['time']));
  if (!(Math.abs(time - event.time.getTime()) <= 1000)) {
    const read = parsed['time'] ?? 'nothing';
    faults.add(`${of} the time is read wrongly`, `${read}, not ${event.time.toISOString()}, in ${event.raw}`);
  }
  const columns = 'columns' in parser ? parser.columns : [];
  for (const [name, locator] of Object.entries(fieldsOf(parser, event.raw))) {
    const value = drawnValue(product.file.encoding.format, event.fields, locator, columns);
    const wanted = comparable(parser, value);
    const got = parsed[name] === undefined ? '' : String(parsed[name]);
    if (value === undefined || wanted === comparable(parser, got)) continue;
    faults.add(
      `${of} ${name} is read wrongly`,
      `${JSON.stringify(got)}, not ${JSON.stringify(wanted)}, in ${event.raw}`,
    );
  }
}

/** What encodings change for good: line breaks, and in W3C logs white space; a text for "no value" is none. */
function comparable(parser: ParserFile, value: unknown): string {
  if (typeof value === 'object') return '';
  const text = textOf(value).replaceAll(/[\s+]+/g, parser.reads === 'w3c' ? ' ' : '$&');
  const line = parser.reads === 'json' || parser.reads === 'xml' ? text : text.replaceAll(/[\r\n\t]+/g, ' ').trim();
  return parser.nothing.includes(line) || (parser.reads === 'w3c' && line === '-') ? '' : line;
}
