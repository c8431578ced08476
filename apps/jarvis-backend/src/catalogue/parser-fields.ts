import type { Locator, ParserFile } from './parser.schema';

/** The fields that a parser reads from this line, and where: its own, and those of the kinds of lines that it is. */
export function fieldsOf(parser: ParserFile, line: string): Record<string, Locator> {
  const fields: Record<string, Locator> = { ...parser.fields };
  for (const { when, fields: more } of parser.more) if (new RegExp(when, 's').test(line)) Object.assign(fields, more);
  return fields;
}

/** The names of all common fields that a parser may find. */
export const namesOf = ({ header, fields, more }: ParserFile): ReadonlySet<string> =>
  new Set(['time', ...[header, fields, ...more.map((each) => each.fields)].flatMap(Object.keys)]);
