import type { Path } from '../events/placed-error';

export interface Position {
  /** Both from 1. */
  readonly line: number;
  readonly column: number;
}

/** A text that is no JSON, and the character from 0 where that shows. */
export class JsonSyntaxError extends Error {
  override readonly name = 'JsonSyntaxError';
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

const SPACE = /[ \t\r\n]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORD = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[\da-fA-F]{4})/y;
const DEPTH_MAX = 100;

const keyOf = (path: Path): string => JSON.stringify(path);

export interface JsonPlaces {
  /** Where each key and each item of a list stands, by path. */
  readonly offsets: ReadonlyMap<string, number>;
  /** Keys that an object has twice: `JSON.parse` drops the first in silence. */
  readonly repeated: readonly { readonly key: string; readonly offset: number }[];
}

/** Finds where things stand in a JSON text, as character numbers from 0. Throws a `JsonSyntaxError`. */
export function scanJson(text: string): JsonPlaces {
  const offsets = new Map<string, number>([[keyOf([]), 0]]);
  const repeated: { key: string; offset: number }[] = [];
  let at = 0;
  const fail = (message: string, offset = at): never => {
    throw new JsonSyntaxError(message, offset);
  };
  const found = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    const [match] = pattern.exec(text) ?? [];
    at += match?.length ?? 0;
    return match;
  };
  const next = (): string | undefined => {
    found(SPACE);
    return text[at];
  };
  const string = (): string => {
    const from = at;
    if (next() !== '"') fail('A text in double quotes is expected');
    const start = at;
    at += 1;
    while (text[at] !== '"') {
      if (at >= text.length) fail('This text does not end', start);
      else if (text[at] === '\\') {
        if (found(ESCAPE) === undefined)
          fail('A backslash has to be written twice, or belong to an escape such as \\n');
      } else if (text.charCodeAt(at) < 32) fail('A text may not have a line break or a control character', at);
      else at += 1;
    }
    at += 1;
    return JSON.parse(text.slice(Math.max(from, start), at)) as string;
  };
  /** What stands between the brackets: items, with commas between them. */
  const items = (close: string, item: (index: number) => void): void => {
    at += 1;
    if (next() === close) {
      at += 1;
      return;
    }
    for (let index = 0; ; index += 1) {
      item(index);
      const mark = next();
      at += 1;
      if (mark === close) return;
      if (mark !== ',') fail(`A comma or ${close} is expected`, at - 1);
      if (next() === close) fail(`There may be no comma before ${close}`);
    }
  };
  const value = (path: Path): void => {
    if (path.length > DEPTH_MAX) fail('Too deep');
    const mark = next();
    if (mark === '{') {
      items('}', () => {
        next();
        const offset = at;
        const key = string();
        const inner = [...path, key];
        if (offsets.has(keyOf(inner))) repeated.push({ key, offset });
        offsets.set(keyOf(inner), offset);
        if (next() !== ':') fail('A colon is expected');
        at += 1;
        value(inner);
      });
    } else if (mark === '[') {
      items(']', (index) => {
        next();
        offsets.set(keyOf([...path, index]), at);
        value([...path, index]);
      });
    } else if (mark === '"') string();
    else if (found(NUMBER) === undefined && found(WORD) === undefined) {
      fail(mark === undefined ? 'The file ends too early' : 'A value is expected');
    }
  };
  value([]);
  if (next() !== undefined) fail('There is more after the end');
  return { offsets, repeated };
}

/** Where the path is; where it is not in the file, the nearest thing around it that is. */
export function offsetOf({ offsets }: JsonPlaces, path: Path): number {
  for (let length = path.length; length > 0; length -= 1) {
    const offset = offsets.get(keyOf(path.slice(0, length)));
    if (offset !== undefined) return offset;
  }
  return 0;
}

export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: before.at(-1)!.length + 1 };
}
