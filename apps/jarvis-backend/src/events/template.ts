import { parseExpression, type Expression } from './expression';
import { FUNCTIONS, type CallContext } from './functions';
import { CHOICES_MAX, DEPTH_MAX, type Meter } from './limits';
import { inside } from './placed-error';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a template looks names up. */
export interface Scope extends CallContext {
  /** The value of a name such as `user` or a variable of the file. */
  lookup(name: string): unknown;
  /** Throws when it is too much for one event. */
  readonly meter: Meter;
}

type Compile = (source: Json) => Template;

/** A compiled template: gives its value anew in each scope. `undefined` means that the field is left out. */
export type Template = (scope: Scope) => unknown;

/**
 * Compiles a JSON value with placeholders. A text that is one placeholder keeps the placeholder's type; otherwise texts
 * are put together. Objects may be `{"$pick": […]}`, `{"$maybe": 0.3, "$value": …}` or `{"$repeat": [1, 3], "$value": …}`.
 * `known` tells the names that a scope will have; throws an `Error` on anything that could fail later.
 */
export const compileTemplate = (source: Json, known: ReadonlySet<string>): Template => compileValue(source, known, 0);

function compileValue(source: Json, known: ReadonlySet<string>, depth: number): Template {
  if (typeof source === 'string') return compileText(source, known);
  if (source === null || typeof source !== 'object') return () => source;
  const template = compileHolder(source, known, depth);
  return (scope) => {
    scope.meter(0);
    return template(scope);
  };
}

type Holder = Extract<Json, object>;

function compileHolder(source: Holder, known: ReadonlySet<string>, depth: number): Template {
  if (depth === DEPTH_MAX) throw new Error(`Values may be ${DEPTH_MAX} deep inside each other at most`);
  const compile: Compile = (value) => compileValue(value, known, depth + 1);
  if (isList(source)) {
    const items = source.map((item, index) => compileAt(index, item, compile));
    return (scope) => items.map((item) => item(scope)).filter((value) => value !== undefined);
  }
  if ('$pick' in source) return compilePick(source['$pick'], compile);
  if ('$maybe' in source) return compileMaybe(source, compile);
  if ('$repeat' in source) return compileRepeat(source, compile);
  if (Object.hasOwn(source, '__proto__')) throw new Error('__proto__ is no name for a field');
  const entries = Object.entries(source).map(([key, value]) => [key, compileAt(key, value, compile)] as const);
  return (scope) => {
    const result: Record<string, unknown> = {};
    for (const [key, template] of entries) {
      const value = template(scope);
      if (value !== undefined) result[key] = value;
    }
    return result;
  };
}

/** What goes wrong in it, now or when it is rendered, says that it is of the place `segment`. */
function compileAt(segment: string | number, source: Json, compile: Compile): Template {
  try {
    const template = compile(source);
    return (scope) => {
      try {
        return template(scope);
      } catch (error) {
        throw inside(error, segment);
      }
    };
  } catch (error) {
    throw inside(error, segment);
  }
}

const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

function compileText(text: string, known: ReadonlySet<string>): Template {
  const parts = splitPlaceholders(text).map((part, index) =>
    index % 2 === 0 ? part : compileExpression(parseExpression(part), known),
  );
  const [before, only, after] = parts;
  if (parts.length === 1) return () => text;
  if (parts.length === 3 && before === '' && after === '' && typeof only === 'function') return only;
  return (scope) => parts.map((part) => (typeof part === 'string' ? part : textOf(part(scope)))).join('');
}

/** Plain text and what stands between braces, in turn. A regular expression would search to the end for each pair of braces that is never closed. */
export function splitPlaceholders(text: string): string[] {
  const parts: string[] = [];
  let from = 0;
  for (;;) {
    const open = text.indexOf('{{', from);
    const close = open < 0 ? -1 : text.indexOf('}}', open + 2);
    if (close < 0) return [...parts, text.slice(from)];
    parts.push(text.slice(from, open), text.slice(open + 2, close));
    from = close + 2;
  }
}

/** A value inside a text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value : `${value as number | boolean}`;
}

function compileExpression(expression: Expression, known: ReadonlySet<string>, depth = 0): Template {
  const template = compileUnmetered(expression, known, depth);
  return (scope) => {
    const value = template(scope);
    scope.meter(value);
    return value;
  };
}

function compileUnmetered(expression: Expression, known: ReadonlySet<string>, depth: number): Template {
  if (expression.kind === 'literal') return () => expression.value;
  if (depth === DEPTH_MAX) throw new Error(`Calls may be ${DEPTH_MAX} deep inside each other at most`);
  if (expression.kind === 'call') {
    const call = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
    if (!call) throw new Error(`There is no function ${expression.name}()`);
    const args = expression.args.map((arg) => compileExpression(arg, known, depth + 1));
    return (scope) => call(scope, ...args.map((arg) => arg(scope)));
  }
  const [name = '', ...rest] = expression.path;
  if (!known.has(name)) throw new Error(`There is no variable ${name}`);
  return (scope) => {
    let value = scope.lookup(name);
    for (const key of rest) {
      const holder = value;
      value =
        typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
          ? (holder as Record<string, unknown>)[key]
          : undefined;
      if (value === undefined) throw new Error(`${expression.path.join('.')} has no ${key}`);
    }
    return value;
  };
}

function compilePick(choices: Json, compile: Compile): Template {
  if (!isList(choices) || choices.length === 0) throw new Error('$pick needs a list with at least one choice');
  if (choices.length > CHOICES_MAX) throw new Error(`$pick may have at most ${CHOICES_MAX} choices`);
  const weighted = choices.map((choice) => {
    const isWeighted = typeof choice === 'object' && choice !== null && !isList(choice) && '$weight' in choice;
    const weight = isWeighted ? Number(choice['$weight']) : 1;
    if (!(weight > 0)) throw new Error('$weight has to be a number above 0');
    return { weight, template: compile(isWeighted ? (choice['$value'] ?? null) : choice) };
  });
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return (scope) => {
    let rest = scope.random.next() * total;
    const chosen = weighted.find(({ weight }) => (rest -= weight) < 0) ?? weighted.at(-1)!;
    return chosen.template(scope);
  };
}

function compileMaybe(source: { readonly [key: string]: Json }, compile: Compile): Template {
  const share = Number(source['$maybe']);
  if (!(share >= 0 && share <= 1)) throw new Error('$maybe has to be a number from 0 to 1');
  const template = compile(source['$value'] ?? null);
  return (scope) => (scope.random.next() < share ? template(scope) : undefined);
}

function compileRepeat(source: { readonly [key: string]: Json }, compile: Compile): Template {
  const [min, max] = Array.isArray(source['$repeat']) ? source['$repeat'].map(Number) : [];
  if (min === undefined || max === undefined || !(min >= 0 && max >= min && max <= 100)) {
    throw new Error('$repeat has to be [least, most], up to 100');
  }
  const template = compile(source['$value'] ?? null);
  return (scope) =>
    Array.from({ length: scope.random.int(min, max) }, () => {
      const value = template(scope);
      scope.meter(value);
      return value;
    });
}
