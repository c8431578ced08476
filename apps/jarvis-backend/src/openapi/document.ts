import { OPERATIONS, TAGS, type Operation } from './operations';
import { ref, SCHEMAS, type Parameter } from './schemas';

const JSON_TYPE = 'application/json';
const PROBLEM_TITLES: Readonly<Record<number, string>> = {
  400: 'The request is not as it has to be; `errors` names the fields',
  401: 'No secret of this session was sent',
  403: 'The organisers have switched it off, or the limit is reached',
  404: 'There is no such thing',
  408: 'Nothing more of the file arrived',
  409: 'It is not possible now',
  413: 'The body is too large',
  415: 'The body is not JSON',
  422: 'The file cannot be used, and why',
  429: 'There are too many',
  507: 'The disk of the instance is full',
};

/** The OpenAPI 3.1 document of the backend's API, from the table of operations and the schemas of requests. Made when the instance is built. */
export function createDocument(version: string): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Jarvis instance',
      version,
      summary: "The API of an attendee's log generator",
      license: { name: 'Proprietary', identifier: 'LicenseRef-Proprietary' },
    },
    servers: [{ url: '.', description: 'This instance' }],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    security: [{ accessToken: [] }, { bearer: [] }, { cookie: [] }],
    paths: pathsOf(OPERATIONS),
    components: {
      schemas: {
        ...SCHEMAS,
        DestinationChange: { type: 'object', description: 'Any fields of a destination' },
        ScenarioDraft: { type: 'object', description: 'A scenario, right or not' },
      },
      securitySchemes: {
        accessToken: { type: 'apiKey', in: 'header', name: 'X-API-Key', description: "The session's access token" },
        bearer: { type: 'http', scheme: 'bearer', description: 'The same' },
        cookie: {
          type: 'apiKey',
          in: 'cookie',
          name: 'jarvis',
          description: "Through the instance's page: the browser has it",
        },
      },
    },
  };
}

function pathsOf(operations: readonly Operation[]): Record<string, Record<string, object>> {
  const paths: Record<string, Record<string, object>> = {};
  for (const operation of operations) (paths[operation.path] ??= {})[operation.method] = operationOf(operation);
  return paths;
}

function operationOf(operation: Operation): object {
  const { id, tag, summary, path, query = [], answers, problems = [], open } = operation;
  const content = bodyOf(operation);
  const parameters = [...(path.includes('{id}') ? [idParameter] : []), ...query.map(queryParameter)];
  return {
    operationId: id,
    summary,
    tags: [tag],
    ...(open && { security: [] }),
    ...(parameters.length > 0 && { parameters }),
    ...(content && { requestBody: { required: true, content } }),
    responses: { ...answerOf(answers), ...problemsOf(open ? problems : [401, ...problems]) },
  };
}

function bodyOf({ body, takesFile }: Operation): object | undefined {
  if (takesFile) return { 'application/octet-stream': { schema: {} } };
  return body && { [JSON_TYPE]: { schema: ref(body[0]), example: body[1] } };
}

const idParameter = {
  name: 'id',
  in: 'path',
  required: true,
  description: 'Its id',
  schema: { type: 'string' },
  example: 'okta_system_log',
};

const queryParameter = (parameter: Parameter) => ({ ...parameter, in: 'query' });

function answerOf([status, content]: Operation['answers']): Record<string, object> {
  if (content === undefined) return { [status]: { description: 'Done' } };
  const isSchema = Object.hasOwn(SCHEMAS, content);
  const schema = isSchema ? ref(content) : { type: 'string' };
  return { [status]: { description: 'As asked', content: { [isSchema ? JSON_TYPE : content]: { schema } } } };
}

const problemsOf = (statuses: readonly number[]): Record<string, object> =>
  Object.fromEntries(
    statuses.map((status) => [
      status,
      { description: PROBLEM_TITLES[status], content: { 'application/problem+json': { schema: ref('Problem') } } },
    ]),
  );
