import { schemaChanges } from './schema-changes.mjs';

const METHODS = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options', 'trace'];

/** What in a new OpenAPI 3.1 document would break a client that was made for the old one: a sentence each. */
export function breakingChanges(before, after) {
  const now = operationsOf(after);
  return [...operationsOf(before)].flatMap(([key, old]) => {
    const operation = now.get(key);
    const changes = operation ? operationChanges(old, operation, { before, after }) : ['is gone'];
    return changes.map((change) => `${old.name}: ${change}`);
  });
}

/** Whether the new document's version says that clients have to be changed. */
export const isNextMajor = (before, after) => majorOf(after) > majorOf(before);
const majorOf = ({ info }) => Number.parseInt(info.version, 10);

/** By method and path; what a path calls its parameters does not matter. */
const operationsOf = (document) =>
  new Map(
    Object.entries(document.paths).flatMap(([path, item]) =>
      METHODS.filter((method) => method in item).map((method) => [
        `${method} ${path.replaceAll(/\{[^}]*\}/g, '{}')}`,
        {
          name: `${method.toUpperCase()} ${path}`,
          security: document.security ?? [],
          ...item[method],
          parameters: [...(item.parameters ?? []), ...(item[method].parameters ?? [])],
        },
      ]),
    ),
  );

const operationChanges = (old, now, documents) => [
  ...(old.operationId === now.operationId ? [] : [`has another operationId: ${now.operationId}`]),
  ...securityChanges(old.security, now.security),
  ...parameterChanges(old.parameters, now.parameters, documents),
  ...bodyChanges(old.requestBody, now.requestBody, documents),
  ...Object.entries(old.responses).flatMap(([status, answer]) =>
    answerChanges(status, answer, now.responses[status], documents),
  ),
];

/** Each way to be let in has to stay; nobody may be asked who was not. */
function securityChanges(old, now) {
  const ways = (security) => security.map((way) => Object.keys(way).toSorted().join(' and '));
  const isOpen = (security) => security.length === 0 || ways(security).includes('');
  if (isOpen(now)) return [];
  if (isOpen(old)) return [`asks for ${ways(now).join(' or ')} now`];
  return ways(old)
    .filter((way) => !ways(now).includes(way))
    .map((way) => `can no longer be reached with ${way}`);
}

function parameterChanges(old, now, documents) {
  const paths = (parameters) => parameters.filter((parameter) => parameter.in === 'path');
  const find = (parameter) =>
    parameter.in === 'path'
      ? paths(now)[paths(old).indexOf(parameter)]
      : now.find((other) => other.in === parameter.in && other.name.toLowerCase() === parameter.name.toLowerCase());
  const pairs = old.map((parameter) => [parameter, find(parameter)]);
  const kept = new Set(pairs.map(([, parameter]) => parameter));
  const named = ({ in: place, name }) => `the ${place} parameter ${name}`;
  return [
    ...pairs.flatMap(([before, after]) => {
      if (after === undefined) return [`no longer takes ${named(before)}`];
      const demanded = after.required && !before.required ? [`requires ${named(after)} now`] : [];
      const changes = schemaChanges(before.schema, after.schema, 'asked', documents);
      return [...demanded, ...changes.map((change) => `${named(after)}: ${change}`)];
    }),
    ...now.filter((parameter) => parameter.required && !kept.has(parameter)).map((one) => `requires ${named(one)} now`),
  ];
}

function bodyChanges(old, now, documents) {
  if (old === undefined) return now?.required ? ['requires a body now'] : [];
  if (now === undefined) return ['no longer takes a body'];
  const demanded = now.required && !old.required ? ['requires a body now'] : [];
  return [
    ...demanded,
    ...contentChanges(old.content, now.content, 'asked', documents).map((change) => `body: ${change}`),
  ];
}

/** An error that cannot happen any more breaks nobody. */
function answerChanges(status, old, now, documents) {
  if (now === undefined) return status.startsWith('2') ? [`no longer answers ${status}`] : [];
  const headers = Object.entries(old.headers ?? {})
    .filter(([name, { required }]) => required && !now.headers?.[name]?.required)
    .map(([name]) => `no longer promises the header ${name}`);
  const contents = contentChanges(old.content, now.content, 'answered', documents);
  return [...headers, ...contents].map((change) => `answer ${status}: ${change}`);
}

function contentChanges(old = {}, now = {}, direction, documents) {
  return Object.entries(old).flatMap(([type, { schema }]) =>
    type in now ? schemaChanges(schema, now[type].schema, direction, documents) : [`${type} is gone`],
  );
}
