import type { Cast } from './cast';
import { createMeter, DEPTH_MAX, type Meter } from './limits';
import type { Random } from './random';
import type { Scope, Template } from './template';

/** The names that every template may use. */
export const BUILT_IN = ['user', 'host', 'server', 'attacker', 'remote', 'org', 'session_id', 'index'] as const;
type BuiltIn = (typeof BUILT_IN)[number];
export type Fixed = Partial<Readonly<Record<BuiltIn, unknown>>>;
export type Variables = ReadonlyMap<string, Template>;

export interface ScopeSpec {
  readonly cast: Cast;
  readonly sessionId: string;
  readonly random: Random;
  readonly time: Date;
  readonly index: number;
  /** Variables; the first map that has a name wins. They go before `fixed`, and that before the built-in names. */
  readonly vars: readonly Variables[];
  /** Built-in names that are decided already, as the victim of a scenario. */
  readonly fixed?: Fixed;
  /** Counts besides the event's own. */
  readonly meter?: Meter | undefined;
}

/** A scope in which every name keeps the value it was first given: that is why an event's fields fit together. */
export function createScope({ cast, sessionId, random, time, index, vars, fixed = {}, meter }: ScopeSpec): Scope {
  const values = new Map<string, unknown>();
  const drawing = new Set<string>();
  let depth = 0;
  const builtIn: Readonly<Record<BuiltIn, () => unknown>> = {
    user: () => random.pick(cast.users),
    host: () => (lookup('user') as Cast['users'][number]).host,
    server: () => random.pick(cast.servers),
    attacker: () => random.pick(cast.attackers),
    remote: () => random.pick(cast.remotes),
    org: () => cast.org,
    session_id: () => sessionId,
    index: () => index,
  };
  const draw = (name: string): unknown => {
    const template = vars.find((map) => map.has(name))?.get(name);
    if (template) return template(scope);
    if (Object.hasOwn(fixed, name)) return fixed[name as BuiltIn];
    if (Object.hasOwn(builtIn, name)) return builtIn[name as BuiltIn]();
    throw new Error(`There is no variable ${name}`);
  };
  const lookup = (name: string): unknown => {
    if (values.has(name)) return values.get(name);
    if (drawing.has(name)) throw new Error(`The variable ${name} refers to itself`);
    if (depth === DEPTH_MAX)
      throw new Error(`The variable ${name} is needed by ${DEPTH_MAX} others, one for the other`);
    drawing.add(name);
    depth += 1;
    try {
      const value = draw(name);
      values.set(name, value);
      return value;
    } finally {
      drawing.delete(name);
      depth -= 1;
    }
  };
  const own = createMeter();
  const both: Meter = (value) => {
    own(value);
    meter?.(value);
  };
  const scope: Scope = { random, time, lookup, meter: both };
  return scope;
}
