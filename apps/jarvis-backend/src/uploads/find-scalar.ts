/** Part of a text, in UTF-16 code units. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * Where the value of `field` stands in the text of a JSON object, without its quotes. Objects within objects join their names with dots.
 * `undefined` where there is none, or where it is no text and no number.
 */
export const findScalar = (text: string, field: string): Span | undefined =>
  inObject(text, text.indexOf('{') + 1, field);

function inObject(text: string, from: number, field: string): Span | undefined {
  let at = from;
  for (;;) {
    at = skipBetween(text, at);
    if (text[at] !== '"') return undefined;
    const keyEnd = stringEnd(text, at);
    const key = text.slice(at + 1, keyEnd - 1);
    at = skipBetween(text, keyEnd);
    if (key === field) return scalarAt(text, at);
    if (text[at] === '{' && field.startsWith(`${key}.`)) {
      const found = inObject(text, at + 1, field.slice(key.length + 1));
      if (found) return found;
    }
    at = valueEnd(text, at);
  }
}

function scalarAt(text: string, at: number): Span | undefined {
  if (text[at] === '"') return { start: at + 1, end: stringEnd(text, at) - 1 };
  return /[\d-]/.test(text[at] ?? '') ? { start: at, end: valueEnd(text, at) } : undefined;
}

function skipBetween(text: string, from: number): number {
  let at = from;
  while (at < text.length && ' ,:\t\r\n'.includes(text[at]!)) at += 1;
  return at;
}

/** Behind the closing quote of the string that opens at `from`, or the end of the text. */
function stringEnd(text: string, from: number): number {
  for (let at = text.indexOf('"', from + 1); at >= 0; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (text[at - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return at + 1;
  }
  return text.length;
}

/** Behind the value at `from`, or the end of the text. */
function valueEnd(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at += 1) {
    const char = text[at]!;
    if (char === '"') at = stringEnd(text, at) - 1;
    else if (char === '{' || char === '[') depth += 1;
    else if (char === '}' || char === ']') depth -= 1;
    else if (depth > 0 || !' ,\t\r\n'.includes(char)) continue;
    else return at;
    if (depth < 0) return at;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
