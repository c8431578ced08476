import type { ParserFile } from './parser.schema';

/** The common fields that the parser finds in a line; a field that the line does not have is left out. */
export function parseLine(parser: ParserFile, line: string): Record<string, string | number> {
  const found = Object.entries(parser.fields).map(([name]) => [name, valueOf(parser, line, name)] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (isPlain(value) ? [[name, value]] : [])));
}

const isPlain = (value: unknown): value is string | number =>
  (typeof value === 'string' && value !== '') || typeof value === 'number';

function valueOf(parser: ParserFile, line: string, name: string): unknown {
  if (parser.reads === 'json') return atPath(JSON.parse(line), parser.fields[name] ?? []);
  if (parser.reads === 'csv')
    return columns(line.split(new RegExp(parser.start)).at(-1) ?? '')[parser.fields[name] ?? -1];
  const key = parser.fields[name] ?? '';
  if (parser.reads === 'pattern') return new RegExp(parser.pattern).exec(line)?.groups?.[key];
  return PAIRS[parser.reads](line).get(key);
}

const atPath = (value: unknown, path: readonly string[]): unknown =>
  path.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? (at as Record<string, unknown>)[key] : undefined),
    value,
  );

/** RFC 4180, one line. */
const columns = (line: string): string[] =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? '',
  );

type Pairs = (line: string) => Map<string, string>;
const PAIRS: Readonly<Record<'keyvalue' | 'cef' | 'leef', Pairs>> = {
  keyvalue: (line) =>
    new Map(
      [...line.matchAll(/([\w-]+)=(?:"((?:[^"\\]|\\.)*)"|(\S*))/g)].map(([, key = '', quoted, plain]) => [
        key,
        quoted?.replaceAll(/\\(.)/g, '$1') ?? plain ?? '',
      ]),
    ),
  cef: (line) =>
    new Map(
      [...extension(line, 7).matchAll(/(\w+)=((?:[^=\\]|\\.)*?)(?= \w+=|$)/g)].map(([, key = '', value = '']) => [
        key,
        value.replaceAll(/\\(.)/g, '$1'),
      ]),
    ),
  leef: (line) =>
    new Map(
      extension(line, 5)
        .split('\t')
        .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)]),
    ),
};

/** What follows the header's pipes, of which escaped ones do not count. */
const extension = (line: string, pipes: number): string =>
  new RegExp(`^(?:(?:[^|\\\\]|\\\\.)*\\|){${pipes}}(.*)$`, 's').exec(line)?.[1] ?? '';
