import { fieldsOf } from './parser-fields';
import type { Locator, ParserFile } from './parser.schema';
import { readCef, readColumns, readKeyValues, readLeef } from './read-pairs';
import { readHeaderTime, readTime } from './read-time';
import { atXmlPath, readXml } from './read-xml';
import { splitSyslog, type SyslogParts } from './syslog-header';

export type ParsedLine = Record<string, string | number>;
type Find = (locator: Locator) => unknown;

/**
 * The common fields that the parser finds in a line as it arrives at a receiver, with or without a syslog header; a field that the
 * line does not have is left out. `time` is ISO 8601 in UTC; `received` decides the year where the line has none. Throws an `Error`
 * when the line is not of the parser's format at all.
 */
export function parseLine(parser: ParserFile, line: string, received = new Date()): ParsedLine {
  const syslog = splitSyslog(line, parser.keep_header);
  const find = opening(parser, bodyOf(parser, withoutEnd(parser, syslog.message)));
  const absent = new Set(parser.reads === 'w3c' ? ['-', ...parser.nothing] : parser.nothing);

  const time = timeOf(parser, syslog, find, received);
  const found = [
    ['time', time?.toISOString()] as const,
    ...Object.entries(parser.header).map(([name, part]) => [name, syslog.parts[part]] as const),
    ...Object.entries(fieldsOf(parser, line)).map(([name, locator]) => [name, plain(find(locator))] as const),
  ];
  return Object.fromEntries(
    found.flatMap(([name, value]) => (value === undefined || absent.has(String(value)) ? [] : [[name, value]])),
  );
}

/** The same, or `undefined` where the line is not of the parser's format. */
export function tryParseLine(parser: ParserFile, line: string, received?: Date): ParsedLine | undefined {
  try {
    return parseLine(parser, line, received);
  } catch {
    return undefined;
  }
}

function timeOf({ time }: ParserFile, syslog: SyslogParts, find: Find, received: Date): Date | undefined {
  if (time === 'header') return syslog.time === undefined ? undefined : readHeaderTime(syslog.time, received);
  const parts = (time.parts as readonly Locator[]).map((part) => plain(find(part)));
  return parts.includes(undefined) ? undefined : readTime(parts.join(' '), time.format, time.offset, received);
}

function plain(value: unknown): string | number | undefined {
  if (typeof value === 'boolean') return String(value);
  return (typeof value === 'string' && value !== '') || typeof value === 'number' ? value : undefined;
}

function withoutEnd({ end }: ParserFile, message: string): string {
  const match = end === undefined ? null : new RegExp(end, 's').exec(message);
  return match ? message.slice(0, match.index) : message;
}

/** Without a `start`, each format begins where it can be told from what goes before. */
function bodyOf(parser: ParserFile, message: string): string {
  const { reads, start } = parser;
  if (start !== undefined) {
    const match = new RegExp(start, 's').exec(message);
    return match ? message.slice(match.index + match[0].length) : message;
  }
  const marks: Partial<Record<ParserFile['reads'], string>> = { json: '{', cef: 'CEF:', leef: 'LEEF:' };
  const mark = parser.reads === 'xml' ? `<${parser.root}` : marks[reads];
  return mark === undefined ? message : message.slice(Math.max(0, message.indexOf(mark)));
}

function opening(parser: ParserFile, body: string): Find {
  switch (parser.reads) {
    case 'json': {
      const value: unknown = JSON.parse(body);
      return (path) => atPath(value, path as readonly string[]);
    }
    case 'xml': {
      const root = readXml(body);
      return (path) => atXmlPath(root, path as readonly string[]);
    }
    case 'csv':
      return byColumn(readColumns(body, parser), parser.columns);
    case 'w3c': {
      const values = body.split(parser.separator).map((value) => value.replaceAll('+', ' '));
      return byColumn(values, parser.columns);
    }
    case 'text':
      return byKey(groups(parser.patterns, body));
    case 'keyvalue':
      return byKey(readKeyValues(body, parser));
    case 'cef':
      return byKey(readCef(body));
    case 'leef':
      return byKey(readLeef(body));
  }
}

const byKey =
  (values: ReadonlyMap<string, string | undefined>): Find =>
  (key) =>
    values.get(key as string);

const byColumn =
  (values: readonly string[], columns: readonly string[]): Find =>
  (column) =>
    values[typeof column === 'number' ? column : columns.indexOf(column as string)];

/** The named groups of all patterns that match; of two with one name, the first that was filled. */
function groups(patterns: readonly string[], line: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const pattern of patterns) {
    for (const [name, value] of Object.entries(new RegExp(pattern, 's').exec(line)?.groups ?? {})) {
      if (value !== undefined && !found.has(name)) found.set(name, value);
    }
  }
  return found;
}

const CHOICE = /^\[([^=\]]+)=([^\]]*)\]$/;

/** A step is a key, a number in a list, or `[Name=User]`: the object of a list whose `Name` is `User`. */
function atPath(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null) return undefined;
    const [, key, wanted] = (Array.isArray(at) && CHOICE.exec(step)) || [];
    if (key === undefined) return (at as Record<string, unknown>)[step];
    return (at as Record<string, unknown>[]).find((item) => String(item?.[key]) === wanted);
  }, value);
}
