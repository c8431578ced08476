import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { breakingChanges, isNextMajor } from './breaking-changes.mjs';

type Document = ReturnType<typeof aDocument>;

const aDocument = () => ({
  openapi: '3.1.0',
  info: { title: 'Sessions', version: '1.2.0' },
  paths: {
    '/sessions': {
      post: {
        operationId: 'createSession',
        security: [{ bearer: [] }, { basic: [] }] as object[],
        parameters: [
          { in: 'header', name: 'Prefer', required: false, schema: { type: 'string', maxLength: 100 } },
        ] as Record<string, unknown>[],
        requestBody: { required: true, content: { 'application/json': { schema: ref('Creation') } } } as
          Record<string, unknown> | undefined,
        responses: {
          201: {
            headers: { Location: { required: true } } as Record<string, object>,
            content: { 'application/json': { schema: ref('Session') } } as Record<string, object>,
          },
          503: { content: { 'application/problem+json': {} } },
        } as Record<string, any>, // eslint-disable-line
      },
    } as Record<string, any>, // eslint-disable-line
  } as Record<string, any>, // eslint-disable-line
  components: {
    schemas: {
      Creation: {
        type: 'object',
        required: ['user_id'],
        properties: {
          user_id: { type: 'string', minLength: 1, maxLength: 256 },
          hours: { type: ['number', 'null'] },
          kind: { type: 'string', enum: ['warm', 'cold'] },
          metadata: { type: 'object', additionalProperties: true },
        } as Record<string, object>,
      },
      Session: {
        type: 'object',
        required: ['session_id', 'status', 'ports'],
        properties: {
          session_id: { type: 'string' },
          status: { type: 'string', enum: ['active', 'ended'] },
          expires_at: { type: 'string', format: 'date-time' },
          ports: { type: 'array', items: ref('Port') },
          parent: { anyOf: [ref('Session'), { type: 'null' }] },
        } as Record<string, object>,
      },
      Port: { type: 'object', required: ['number'], properties: { number: { type: 'integer' } as object } },
    },
  },
});

function ref(name: string): object {
  return { $ref: `#/components/schemas/${name}` };
}

const changesBy = (change: (document: Document) => void): string[] => {
  const document = aDocument();
  change(document);
  return breakingChanges(aDocument(), document);
};
const post = (document: Document) => document.paths['/sessions'].post;
const creation = ({ components }: Document) => components.schemas.Creation;
const session = ({ components }: Document) => components.schemas.Session;

it.each<[string, (document: Document) => void, string]>([
  ['a removed path', (d) => delete d.paths['/sessions'], 'is gone'],
  ['a renamed operation', (d) => (post(d).operationId = 'launch'), 'has another operationId: launch'],
  ['a removed way to log in', (d) => post(d).security.pop(), 'can no longer be reached with basic'],
  ['a removed parameter', (d) => post(d).parameters.pop(), 'no longer takes the header parameter Prefer'],
  [
    'a parameter that became required',
    (d) => (post(d).parameters[0].required = true),
    'requires the header parameter Prefer now',
  ],
  [
    'a new required parameter',
    (d) => post(d).parameters.push({ in: 'query', name: 'event', required: true, schema: {} }),
    'requires the query parameter event now',
  ],
  [
    'a narrowed parameter',
    (d) => (post(d).parameters[0].schema = { type: 'string', maxLength: 50 }),
    'the header parameter Prefer: it has maxLength 50 now (100 before)',
  ],
  ['a removed body', (d) => (post(d).requestBody = undefined), 'no longer takes a body'],
  [
    'another media type',
    (d) => (post(d).requestBody = { content: { 'text/csv': {} } }),
    'body: application/json is gone',
  ],
  ['a field that became required', (d) => creation(d).required.push('hours'), 'body: hours is required now'],
  ['a field that is not taken any more', (d) => delete creation(d).properties['hours'], 'body: hours is gone'],
  [
    'a type that is not taken any more',
    (d) => (creation(d).properties['hours'] = { type: 'number' }),
    'body: hours no longer takes a value of type null',
  ],
  [
    'a number that has to be whole',
    (d) => (creation(d).properties['hours'] = { type: ['integer', 'null'] }),
    'body: hours no longer takes a value of type number',
  ],
  [
    'a value that is not taken any more',
    (d) => (creation(d).properties['kind'] = { type: 'string', enum: ['warm'] }),
    'body: kind no longer takes "cold"',
  ],
  [
    'a new list of values',
    (d) => (creation(d).properties['user_id'] = { type: 'string', minLength: 1, maxLength: 256, enum: ['ada'] }),
    'body: user_id no longer takes any value',
  ],
  [
    'a narrowed range',
    (d) => (creation(d).properties['user_id'] = { type: 'string', minLength: 2, maxLength: 256 }),
    'body: user_id has minLength 2 now (1 before)',
  ],
  [
    'a new pattern',
    (d) => (creation(d).properties['user_id'] = { type: 'string', minLength: 1, maxLength: 256, pattern: '^a' }),
    'body: user_id has pattern ^a now (none before)',
  ],
  [
    'closed metadata',
    (d) => (creation(d).properties['metadata'] = { type: 'object' }),
    'body: metadata no longer takes further fields',
  ],
  ['a removed answer', (d) => delete post(d).responses['201'], 'no longer answers 201'],
  [
    'a header that is not promised any more',
    (d) => (post(d).responses['201'].headers = {}),
    'answer 201: no longer promises the header Location',
  ],
  ['a removed field', (d) => delete session(d).properties['expires_at'], 'answer 201: expires_at is gone'],
  ['a field that may be missing', (d) => session(d).required.shift(), 'answer 201: session_id may be missing now'],
  [
    'a field of another type',
    (d) => (session(d).properties['session_id'] = { type: 'integer' }),
    'answer 201: session_id may now be a value of type integer',
  ],
  [
    'a field that may be null',
    (d) => (session(d).properties['session_id'] = { type: ['string', 'null'] }),
    'answer 201: session_id may now be a value of type null',
  ],
  [
    'a new value',
    (d) => (session(d).properties['status'] = { type: 'string', enum: ['active', 'ended', 'paused'] }),
    'answer 201: status may now be "paused"',
  ],
  [
    'another format',
    (d) => (session(d).properties['expires_at'] = { type: 'string' }),
    'answer 201: expires_at has format none now (date-time before)',
  ],
  [
    'a change deep within',
    (d) => (d.components.schemas.Port.properties.number = { type: 'string' }),
    'answer 201: ports[].number may now be a value of type string',
  ],
  [
    'a new form of an answer',
    (d) => (session(d).properties['parent'] = { anyOf: [ref('Session'), { type: 'null' }, { type: 'string' }] }),
    'answer 201: parent may now be the form {"type":"string"}',
  ],
])('notices %s', (_, change, sentence) => {
  expect(changesBy(change)).toContain(`POST /sessions: ${sentence}`);
});

it.each<[string, (document: Document) => void]>([
  ['a new path', (d) => (d.paths['/other'] = { get: post(d) })],
  ['no credentials', (d) => (post(d).security = [])],
  ['a new optional parameter', (d) => post(d).parameters.push({ in: 'query', name: 'event', schema: {} })],
  ['a new optional field', (d) => (creation(d).properties['note'] = { type: 'string' })],
  ['a wider range', (d) => (creation(d).properties['user_id'] = { type: 'string', maxLength: 500 })],
  ['a field that may be left out', (d) => creation(d).required.pop()],
  [
    'a further value that is taken',
    (d) => (creation(d).properties['kind'] = { type: 'string', enum: ['warm', 'cold', 'any'] }),
  ],
  ['a new field of an answer', (d) => (session(d).properties['note'] = { type: 'string' })],
  ['a field that always comes now', (d) => session(d).required.push('expires_at')],
  [
    'a value that does not come any more',
    (d) => (session(d).properties['status'] = { type: 'string', enum: ['active'] }),
  ],
  ['an error that cannot happen any more', (d) => delete post(d).responses['503']],
  ['a new error', (d) => (post(d).responses['429'] = {})],
])('lets pass %s', (_, change) => {
  expect(changesBy(change)).toEqual([]);
});

it('finds nothing that breaks between the real document and itself', () => {
  const real: unknown = JSON.parse(readFileSync(resolve('apps/session-manager/openapi.json'), 'utf8'));
  expect(breakingChanges(real, real)).toEqual([]);
});

it.each([
  ['1.2.0', '2.0.0', true],
  ['1.2.0', '1.3.0', false],
  ['9.0.0', '10.0.0', true],
])('takes %s → %s for a next major version: %s', (old, now, expected) => {
  expect(isNextMajor({ info: { version: old } }, { info: { version: now } })).toBe(expected);
});
