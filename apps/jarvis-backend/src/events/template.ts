import { parseExpression, type Expression } from './expression';
import { FUNCTIONS, type CallContext } from './functions';
import { inside } from './placed-error';

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Where a template looks names up. */
export interface Scope extends CallContext {
  /** The value of a name such as `user` or a variable of the file. */
  lookup(name: string): unknown;
}

/** A compiled template: gives its value anew in each scope. `undefined` means that the field is left out. */
export type Template = (scope: Scope) => unknown;

/**
 * Compiles a JSON value with placeholders. A text that is one placeholder keeps the placeholder's type; otherwise texts
 * are put together. Objects may be `{"$pick": […]}`, `{"$maybe": 0.3, "$value": …}` or `{"$repeat": [1, 3], "$value": …}`.
 * `known` tells the names that a scope will have; throws an `Error` on anything that could fail later.
 */
export function compileTemplate(source: Json, known: ReadonlySet<string>): Template {
  if (typeof source === 'string') return compileText(source, known);
  if (source === null || typeof source !== 'object') return () => source;
  if (isList(source)) {
    const items = source.map((item, index) => compileAt(index, item, known));
    return (scope) => items.map((item) => item(scope)).filter((value) => value !== undefined);
  }
  if ('$pick' in source) return compilePick(source['$pick'], known);
  if ('$maybe' in source) return compileMaybe(source, known);
  if ('$repeat' in source) return compileRepeat(source, known);
  const entries = Object.entries(source).map(([key, value]) => [key, compileAt(key, value, known)] as const);
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
function compileAt(segment: string | number, source: Json, known: ReadonlySet<string>): Template {
  try {
    const template = compileTemplate(source, known);
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
  const parts = text
    .split(/\{\{(.*?)\}\}/s)
    .map((part, index) => (index % 2 === 0 ? part : compileExpression(parseExpression(part), known)));
  const [before, only, after] = parts;
  if (parts.length === 1) return () => text;
  if (parts.length === 3 && before === '' && after === '' && typeof only === 'function') return only;
  return (scope) => parts.map((part) => (typeof part === 'string' ? part : textOf(part(scope)))).join('');
}

/** A value inside a text. */
export function textOf(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return JSON.stringify(value);
  return typeof value === 'string' ? value : `${value as number | boolean}`;
}

function compileExpression(expression: Expression, known: ReadonlySet<string>): Template {
  if (expression.kind === 'literal') return () => expression.value;
  if (expression.kind === 'call') {
    const call = Object.hasOwn(FUNCTIONS, expression.name) ? FUNCTIONS[expression.name] : undefined;
    if (!call) throw new Error(`There is no function ${expression.name}()`);
    const args = expression.args.map((arg) => compileExpression(arg, known));
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

function compilePick(choices: Json, known: ReadonlySet<string>): Template {
  if (!isList(choices) || choices.length === 0) throw new Error('$pick needs a list with at least one choice');
  const weighted = choices.map((choice) => {
    const isWeighted = typeof choice === 'object' && choice !== null && !isList(choice) && '$weight' in choice;
    const weight = isWeighted ? Number(choice['$weight']) : 1;
    if (!(weight > 0)) throw new Error('$weight has to be a number above 0');
    return { weight, template: compileTemplate(isWeighted ? (choice['$value'] ?? null) : choice, known) };
  });
  const total = weighted.reduce((sum, { weight }) => sum + weight, 0);
  return (scope) => {
    let rest = scope.random.next() * total;
    const chosen = weighted.find(({ weight }) => (rest -= weight) < 0) ?? weighted.at(-1)!;
    return chosen.template(scope);
  };
}

function compileMaybe(source: { readonly [key: string]: Json }, known: ReadonlySet<string>): Template {
  const share = Number(source['$maybe']);
  if (!(share >= 0 && share <= 1)) throw new Error('$maybe has to be a number from 0 to 1');
  const template = compileTemplate(source['$value'] ?? null, known);
  return (scope) => (scope.random.next() < share ? template(scope) : undefined);
}

function compileRepeat(source: { readonly [key: string]: Json }, known: ReadonlySet<string>): Template {
  const [min, max] = Array.isArray(source['$repeat']) ? source['$repeat'].map(Number) : [];
  if (min === undefined || max === undefined || !(min >= 0 && max >= min && max <= 100)) {
    throw new Error('$repeat has to be [least, most], up to 100');
  }
  const template = compileTemplate(source['$value'] ?? null, known);
  return (scope) => Array.from({ length: scope.random.int(min, max) }, () => template(scope));
}
