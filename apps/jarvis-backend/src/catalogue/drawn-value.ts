import type { Encoding } from './encoding.schema';
import type { Locator } from './parser.schema';

type Fields = Readonly<Record<string, unknown>>;
type Tree = Readonly<Record<string, unknown>>;

/**
 * The value that an event's fields had for a parser's locator, as the line would show it; `undefined` where the mapping is not direct
 * (CEF's header, or parts of a text that the event's fields do not name) or the event has no such field.
 */
export function drawnValue(
  format: Encoding['format'],
  fields: Fields,
  locator: Locator,
  columns: readonly string[],
): unknown {
  switch (format) {
    case 'json':
      return inJson(fields, locator as readonly string[]);
    case 'xml':
      return inTree(fields, locator as readonly string[]);
    case 'csv':
    case 'w3c':
      return Object.values(fields)[typeof locator === 'number' ? locator : columns.indexOf(locator as string)];
    case 'keyvalue':
    case 'cef':
    case 'leef':
    case 'text':
      return Object.hasOwn(fields, locator as string) ? fields[locator as string] : undefined;
  }
}

function inJson(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const step of path) {
    const [, key, wanted] = /^\[([^=\]]+)=([^\]]*)\]$/.exec(step) ?? [];
    if (Array.isArray(at) && key !== undefined) at = (at as Tree[]).find((item) => String(item[key]) === wanted);
    else at = (at as Tree | null | undefined)?.[step];
  }
  return at;
}

/** Follows a path through the notation of `encodeXml`. */
function inTree(tree: unknown, path: readonly string[]): unknown {
  let at = tree;
  for (const step of path) {
    const [, name = step, attribute, value = ''] = /^([^[]+)\[@([^=]+)=([^\]]*)\]$/.exec(step) ?? [];
    const holder = (Array.isArray(at) ? at[0] : at) as Tree | null | undefined;
    if (attribute === undefined) at = holder?.[step];
    else {
      const keyed = holder?.[`${name}[@${attribute}]`] as Tree | undefined;
      const listed = [holder?.[name] ?? []].flat() as Tree[];
      at = keyed?.[value] ?? listed.find((item) => String(item?.[`@${attribute}`]) === value);
    }
  }
  const found = Array.isArray(at) ? (at[0] as unknown) : at;
  return typeof found === 'object' && found !== null ? (found as Tree)['#text'] : found;
}
