import type { OpenAPIObject } from '@nestjs/swagger';
import { answersOf, endpointsOf, type Schema } from './operations';

type Schemas = Readonly<Record<string, Schema>>;
interface Media {
  schema?: Schema | { $ref: string };
  example?: unknown;
  examples?: unknown;
}

/** Gives each body, asked for or answered, an example that is put together from those of its fields. */
export function addExamples(document: OpenAPIObject): void {
  const schemas = document.components?.schemas as Schemas;
  for (const { method, path, operation } of endpointsOf(document)) {
    const body = operation.requestBody as { content?: Record<string, Media> } | undefined;
    const contents = [body?.content, ...answersOf(operation).map(([, response]) => response.content)];
    for (const media of contents.flatMap((content = {}) => Object.values(content))) {
      if (media.schema === undefined || media.examples !== undefined) continue;
      media.example ??= exampleOf(media.schema, schemas, `${method.toUpperCase()} ${path}`);
    }
  }
}

/** An example of a schema. Throws where a field has none: a reader needs one, and it cannot be made up here. */
export function exampleOf(schema: Schema | { $ref: string }, schemas: Schemas, at: string): unknown {
  if ('$ref' in schema) {
    const name = schema.$ref.slice(schema.$ref.lastIndexOf('/') + 1);
    const found = schemas[name];
    if (found === undefined) throw new Error(`${at}: there is no schema ${name}.`);
    return exampleOf(found, schemas, name);
  }
  const { type, properties, items, example, default: preset } = schema;
  if (example !== undefined) return example;
  if (preset !== undefined) return preset;
  if (schema.enum !== undefined) return schema.enum[0];
  if (schema.format === 'date-time') return '2026-05-04T08:45:00.000Z';
  const [choice] = schema.allOf ?? schema.anyOf ?? schema.oneOf ?? [];
  if (choice !== undefined) return exampleOf(choice, schemas, at);
  if (items !== undefined) return [exampleOf(items, schemas, at)];
  if (properties !== undefined) {
    return Object.fromEntries(
      Object.entries(properties).map(([name, field]) => [name, exampleOf(field, schemas, `${at}.${name}`)]),
    );
  }
  if (String(type) === 'null') return null;
  throw new Error(`${at} has no example.`);
}
