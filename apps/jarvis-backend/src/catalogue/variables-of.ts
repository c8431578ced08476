import { namesIn } from '../events/names-in';
import { BUILT_IN } from '../events/scope';
import type { Json } from '../events/template';
import type { EventFile, ProductFile } from './product.schema';

/** What a step of a scenario can replace in an event. */
export interface EventVariable {
  readonly name: string;
  /** The template that draws it; `null` for the names that every template may use. */
  readonly value: Json;
}

/** The variables that an event of the product reads, its own first, and then the names of the cast. */
export function variablesOf(product: ProductFile, event: EventFile): EventVariable[] {
  const vars: Readonly<Record<string, Json>> = { ...product.vars, ...event.vars };
  const read = new Set<string>();
  const follow = (source: Json | undefined): void => {
    for (const name of namesIn(source)) {
      if (read.has(name)) continue;
      read.add(name);
      if (Object.hasOwn(vars, name)) follow(vars[name]);
    }
  };
  templatesOf(product, event).forEach(follow);
  const own = [...read].filter((name) => Object.hasOwn(vars, name)).toSorted();
  const cast = BUILT_IN.filter((name) => read.has(name) && !Object.hasOwn(vars, name));
  return [...own.map((name) => ({ name, value: vars[name]! })), ...cast.map((name) => ({ name, value: null }))];
}

/** All that an event is made of. */
function templatesOf({ encoding, host, syslog, fields }: ProductFile, event: EventFile): (Json | undefined)[] {
  return [
    { ...fields, ...event.fields },
    event.header,
    event.message,
    encoding.prefix,
    encoding.suffix,
    host,
    event.severity ?? syslog?.severity,
    syslog?.app,
    syslog?.procid,
    syslog?.msgid,
    syslog?.time,
    { ...syslog?.structured_data, ...event.structured_data },
  ];
}
