import { parseExpression, type Expression } from './expression';
import { splitPlaceholders, type Json } from './template';

/** The names that a template reads, whichever of its branches are drawn. */
export function namesIn(source: Json | undefined): string[] {
  if (typeof source === 'string') return placeholders(source).flatMap((text) => namesOf(parseExpression(text)));
  if (typeof source !== 'object' || source === null) return [];
  return Object.values(source).flatMap((inner: Json) => namesIn(inner));
}

const placeholders = (text: string): string[] => splitPlaceholders(text).filter((_, index) => index % 2 === 1);

function namesOf(expression: Expression): string[] {
  if (expression.kind === 'path') return expression.path.slice(0, 1);
  return expression.kind === 'call' ? expression.args.flatMap(namesOf) : [];
}
