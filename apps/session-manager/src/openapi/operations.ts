import type { OpenAPIObject } from '@nestjs/swagger';

type PathItem = OpenAPIObject['paths'][string];
export type Operation = NonNullable<PathItem['get']>;
export type Responses = Exclude<Operation['responses'], undefined>;
export type Response = Exclude<Responses[string], { $ref: string } | undefined>;
export type Parameter = Exclude<NonNullable<Operation['parameters']>[number], { $ref: string }>;
export type Schema = Exclude<
  NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>[string],
  { $ref: string }
>;

export const METHODS = ['get', 'put', 'post', 'patch', 'delete'] as const;

export interface Endpoint {
  readonly method: (typeof METHODS)[number];
  readonly path: string;
  readonly operation: Operation;
}

/** All operations of a document. */
export const endpointsOf = ({ paths }: OpenAPIObject): Endpoint[] =>
  Object.entries(paths).flatMap(([path, item]) =>
    METHODS.flatMap((method) => {
      const operation = item[method];
      return operation === undefined ? [] : [{ method, path, operation }];
    }),
  );

/** The answers of an operation, by status. This document holds none by reference. */
export const answersOf = ({ responses }: Operation): [status: string, response: Response][] =>
  Object.entries(responses as Record<string, Response>);

export const parametersOf = ({ parameters = [] }: Operation): Parameter[] => parameters as Parameter[];
