import { literal } from './literal';
import type { ParserFile } from './parser.schema';

type Of<Reads extends ParserFile['reads']> = Extract<ParserFile, { reads: Reads }>;

const UNESCAPE: Readonly<Record<Of<'keyvalue'>['escape'], (text: string) => string>> = {
  backslash: (text) => text.replaceAll(/\\(["\\])/g, '$1'),
  double: (text) => text.replaceAll('""', '"'),
  none: (text) => text,
};
const INSIDE: Readonly<Record<Of<'keyvalue'>['escape'], string>> = {
  backslash: '(?:[^"\\\\]|\\\\.)*',
  double: '(?:[^"]|"")*',
  none: '[^"]*',
};

/** `key="value"` and `key=value`; what has no quotes reaches to the next separator that a key follows. */
export function readKeyValues(line: string, { separator, assign, escape }: Of<'keyvalue'>): Map<string, string> {
  const key = `[^\\s"${literal(assign)}${literal(separator.trim())}]+`;
  const between = separator.trim() === '' ? '\\s+' : `\\s*${literal(separator.trim())}\\s*`;
  const next = `(?=${between}${key}${literal(assign)}|(?:${between})?$)`;
  const pair = new RegExp(
    `(?:^|${between})(${key})${literal(assign)}(?:"(${INSIDE[escape]})"${next}|(.*?)${next})`,
    'gs',
  );
  return new Map(
    [...line.matchAll(pair)].map(([, name = '', quoted, plain]) => [
      name,
      quoted === undefined ? (plain ?? '') : UNESCAPE[escape](quoted),
    ]),
  );
}

const HEADER = (pipes: number): RegExp => new RegExp(`^((?:(?:[^|\\\\]|\\\\.)*\\|){${pipes}})(.*)$`, 's');
const unpipe = (text: string): string => text.replaceAll(/\\([\\|])/g, '$1');
const headerValues = (head: string): string[] =>
  [...head.matchAll(/((?:[^|\\]|\\.)*)\|/gs)].map(([, value = '']) => unpipe(value));

/** The extension by its keys, and the header as `$vendor`, `$product`, `$version`, `$class_id`, `$name` and `$severity`. */
export function readCef(line: string): Map<string, string> {
  const [, head = '', extension = ''] = HEADER(7).exec(line) ?? [];
  const [, vendor, product, version, classId, name, severity] = headerValues(head);
  const pairs = [...extension.matchAll(/([\w.[\]-]+)=((?:[^=\\]|\\.)*?)(?= [\w.[\]-]+=|\s*$)/gs)];
  return new Map([
    ...named({ vendor, product, version, class_id: classId, name, severity }),
    ...pairs.map(([, key = '', value = '']) => [key, uncef(value)] as const),
  ]);
}

const uncef = (text: string): string =>
  text.replaceAll(/\\(.)/gs, (_, mark: string) => (mark === 'n' ? '\n' : mark === 'r' ? '\r' : mark));

/** As `readCef`, with `$event_id`; LEEF 2.0 names its delimiter in the header. */
export function readLeef(line: string): Map<string, string> {
  const isSecond = line.startsWith('LEEF:2');
  const [, head = '', attributes = ''] = HEADER(isSecond ? 6 : 5).exec(line) ?? [];
  const [, vendor, product, version, eventId, written = ''] = headerValues(head);
  const pairs = attributes.split(isSecond ? leefDelimiter(written) : '\t').filter((pair) => pair.includes('='));
  return new Map([
    ...named({ vendor, product, version, event_id: eventId }),
    ...pairs.map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const),
  ]);
}

function leefDelimiter(written: string): string {
  const [, code] = /^(?:0?x)([\da-fA-F]{2,4})$/.exec(written) ?? [];
  return code === undefined ? written || '\t' : String.fromCharCode(Number.parseInt(code, 16));
}

const named = (header: Record<string, string | undefined>): (readonly [string, string])[] =>
  Object.entries(header).map(([name, value]) => [`$${name}`, value ?? ''] as const);

/** RFC 4180, one line. */
export function readColumns(line: string, { delimiter, quote }: Pick<Of<'csv'>, 'delimiter' | 'quote'>): string[] {
  if (quote === 'never') return line.split(delimiter);
  const mark = literal(delimiter);
  return [...line.matchAll(new RegExp(`(?:^|${mark})(?:"((?:[^"]|"")*)"(?=${mark}|$)|([^${mark}]*))`, 'g'))].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );
}
