import { EXPRESSION_MAX } from './limits';

/** What stands between `{{` and `}}`. */
export type Expression =
  | { readonly kind: 'literal'; readonly value: string | number | boolean | null }
  | { readonly kind: 'path'; readonly path: readonly string[] }
  | { readonly kind: 'call'; readonly name: string; readonly args: readonly Expression[] };

const TOKEN = /\s*(?:(-?\d+(?:\.\d+)?)|'((?:[^'\\]|\\.)*)'|([A-Za-z_]\w*(?:\.\w+)*)|([(),|]))\s*/y;
const CONSTANTS: Readonly<Record<string, boolean | null>> = { true: true, false: false, null: null };

/**
 * Reads `int(1, 9)`, `user.email`, `'text'`, `7`, and pipes: `user.login | upper | take(4)` is `take(upper(user.login), 4)`.
 * Throws an `Error` that quotes the text.
 */
export function parseExpression(text: string): Expression {
  if (text.length > EXPRESSION_MAX)
    throw new Error(`{{${text.slice(0, 40)}…}} has more than ${EXPRESSION_MAX} characters`);
  const tokens = tokenize(text);
  let at = 0;
  const fail = (): never => {
    throw new Error(`Cannot read {{${text}}}`);
  };
  const accept = (mark: string): boolean => tokens[at]?.mark === mark && (at += 1) > 0;

  const list = (): Expression[] => {
    const args: Expression[] = [];
    if (accept(')')) return args;
    do args.push(pipeline());
    while (accept(','));
    return accept(')') ? args : fail();
  };
  const operand = (): Expression => {
    const token = tokens[at++];
    if (token === undefined || token.mark !== undefined) return fail();
    if (token.name === undefined) return { kind: 'literal', value: token.value ?? null };
    if (accept('(')) return { kind: 'call', name: token.name, args: list() };
    if (Object.hasOwn(CONSTANTS, token.name)) return { kind: 'literal', value: CONSTANTS[token.name]! };
    return { kind: 'path', path: token.name.split('.') };
  };
  const pipeline = (): Expression => {
    let left = operand();
    while (accept('|')) {
      const name = tokens[at++]?.name ?? fail();
      left = { kind: 'call', name, args: [left, ...(accept('(') ? list() : [])] };
    }
    return left;
  };

  const expression = pipeline();
  return at === tokens.length ? expression : fail();
}

interface Token {
  readonly value?: string | number;
  readonly name?: string;
  readonly mark?: string;
}

function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  const pattern = new RegExp(TOKEN);
  while (pattern.lastIndex < text.length) {
    const from = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) throw new Error(`Cannot read {{${text}}} from ${JSON.stringify(text.slice(from))} on`);
    const [, number, quoted, name, mark] = match;
    if (number !== undefined) tokens.push({ value: Number(number) });
    else if (quoted !== undefined) tokens.push({ value: quoted.replaceAll(/\\(.)/g, '$1') });
    else if (name !== undefined) tokens.push({ name });
    else tokens.push({ mark: mark! });
  }
  return tokens;
}
