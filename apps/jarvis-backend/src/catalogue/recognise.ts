import { isIP } from 'node:net';
import { tryParseLine, type ParsedLine } from './parse-line';
import type { ParserFile } from './parser.schema';

/** What a parser read in a line. */
export interface Reading {
  readonly product_id: string;
  readonly fields: ParsedLine;
  /** Other products whose parsers read as much: formats that several products share. */
  readonly also: readonly string[];
}

/** Fewer fields say nothing about where a line comes from: parsers of columns read something in any text. */
const FIELDS_MIN = { withTime: 3, withoutTime: 5 };

/**
 * Reads a line with each of the parsers, by product, and takes the one that finds most in it. One that finds no time that it can
 * read counts half. `undefined` where no parser finds enough.
 */
export function recognise(line: string, parsers: ReadonlyMap<string, ParserFile>, received: Date): Reading | undefined {
  let best: { score: number; fields: ParsedLine; products: string[] } | undefined;
  for (const [product, parser] of parsers) {
    const fields = tryParseLine(parser, line, received);
    const score = fields ? scoreOf(fields) : 0;
    if (!fields || score === 0) continue;
    if (!best || score > best.score) best = { score, fields, products: [product] };
    else if (score === best.score) best.products.push(product);
  }
  if (!best) return undefined;
  const [product_id = '', ...also] = best.products;
  return { product_id, fields: best.fields, also };
}

/** How well fields fit; 0 where they tell nothing. */
function scoreOf(fields: ParsedLine): number {
  const count = Object.entries(fields).filter(([name, value]) => isPlausible(name, String(value))).length;
  if (fields['time'] !== undefined) return count >= FIELDS_MIN.withTime ? 2 * count : 0;
  return count >= FIELDS_MIN.withoutTime ? count : 0;
}

/** An address that is no address, or a port that is no number, was read from something else. */
function isPlausible(name: string, value: string): boolean {
  if (name.endsWith('.ip')) return isIP(value) !== 0;
  return !/\.(port|protocol_num)$/.test(name) || /^\d+$/.test(value);
}
