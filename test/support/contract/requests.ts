import * as fc from 'fast-check';
import { resolved, type ApiDocument, type Endpoint, type Media, type Parameter, type Schema } from './document';
import { fitting, oddText, oddValue, spoilt } from './values';

export const CALLERS = [
  'nobody',
  'stranger',
  'guesser',
  'garbled',
  'owner',
  'organiser',
  'organiser with token',
] as const;

/** Something that exists, by how long ago it was learned of; or a text as it stands in the address. */
export type PathValue = { readonly known: number } | { readonly raw: string };

/** A request before it is known which ids and tokens there are. */
export interface Draft {
  readonly caller: (typeof CALLERS)[number];
  readonly path: Readonly<Record<string, PathValue>>;
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: { readonly type: string | undefined; readonly text: string } | undefined;
}

const ODD_HEADERS: readonly (readonly [string, string])[] = [
  ['accept', 'text/html'],
  ['accept', 'q=;;,'],
  ['accept-encoding', 'br;q=0, *;q=0'],
  ['origin', 'null'],
  ['origin', 'http://localhost'],
  ['range', 'bytes=0-1'],
  ['if-none-match', '*'],
  ['cookie', '=; ==;;'],
  ['last-event-id', '-1'],
  ['x-forwarded-for', '::, <>'],
  ['x-http-method-override', 'DELETE'],
  ['prefer', ',;=,respond-async;;wait=-1'],
  ['x-long', 'x'.repeat(20_000)],
];

/** Requests of an operation: right ones, ones at the limits, and wrong ones of every kind. */
export function requestsOf(endpoint: Endpoint, document: ApiDocument): fc.Arbitrary<Draft> {
  const parameters = endpoint.parameters ?? [];
  const inPlace = (place: Parameter['in']) => parameters.filter((parameter) => parameter.in === place);
  return fc.record({
    caller: often(usualCaller(endpoint), fc.constantFrom(...CALLERS), 2),
    path: fc.record(
      Object.fromEntries(inPlace('path').map((parameter) => [parameter.name, pathValue(parameter, document)])),
    ),
    query: query(inPlace('query'), document),
    headers: headers(inPlace('header'), document),
    body: body(endpoint, document),
  });
}

/** Owners have no business at the organisers' endpoints. */
const usualCaller = ({ path }: Endpoint): fc.Arbitrary<Draft['caller']> =>
  path.startsWith('/api/admin/')
    ? fc.constant('organiser with token')
    : fc.constantFrom('owner', 'organiser with token');

const often = <T>(usual: fc.Arbitrary<T>, other: fc.Arbitrary<T>, weight: number): fc.Arbitrary<T> =>
  fc.oneof({ arbitrary: usual, weight }, { arbitrary: other, weight: 1 });

const pathValue = ({ schema }: Parameter, document: ApiDocument): fc.Arbitrary<PathValue> =>
  fc.oneof(
    { arbitrary: usualPathValue(schema), weight: 8 },
    { arbitrary: encoded(fitting(schema, document).map(String)), weight: 1 },
    { arbitrary: encoded(oddText()), weight: 1 },
    {
      arbitrary: fc.constantFrom({ raw: '%zz' }, { raw: '%E0%A4%A' }, { raw: '..%2f..' }, { raw: 'x'.repeat(400) }),
      weight: 1,
    },
  );

/** One of a few words, or the id of something that exists. */
const usualPathValue = ({ enum: words }: Schema): fc.Arbitrary<PathValue> =>
  words === undefined
    ? fc.nat({ max: 3 }).map((known) => ({ known }))
    : fc.constantFrom(...words).map((word) => ({ raw: String(word) }));

/** Dots alone would make another address of it, and nothing at all another endpoint. */
const encoded = (texts: fc.Arbitrary<string>): fc.Arbitrary<PathValue> =>
  texts
    .map((text) => ({ raw: encodeURIComponent(text.toWellFormed()) }))
    .filter(({ raw }) => raw !== '' && !/^\.+$/.test(raw));

const query = (parameters: readonly Parameter[], document: ApiDocument): fc.Arbitrary<string> => {
  const pairs = parameters.map(({ name, required, schema, example }) => {
    const right = fc.oneof(fc.constant(example ?? ''), fitting(schema, document));
    const values = often(right, fc.oneof(oddText(), oddValue()), 3).map((value) => [[name, textOf(value)]]);
    const twice = values.map((one) => [...one, ...one]);
    return fc.oneof(
      { arbitrary: values, weight: 6 },
      { arbitrary: twice, weight: 1 },
      { arbitrary: fc.constant([]), weight: required === true ? 1 : 4 },
    );
  });
  const strange = fc.constantFrom('', '', '', '', 'unknown=1', '%zz', '__proto__[a]=1', '&&==');
  return fc.tuple(fc.tuple(...pairs), strange).map(([known, more]) => {
    const text = known
      .flat()
      .map((pair) => pair.map((part) => encodeURIComponent((part ?? '').toWellFormed())).join('='));
    return [...text, ...(more === '' ? [] : [more])].join('&');
  });
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function headers(parameters: readonly Parameter[], document: ApiDocument): fc.Arbitrary<Record<string, string>> {
  const known = parameters.map(({ name, schema, example }) =>
    fc
      .oneof(fc.constant(textOf(example ?? '')), fitting(schema, document).map(textOf), oddText(), fc.constant(''))
      .map((value) => [name, visible(value)] as const),
  );
  const odd = fc.oneof(
    { arbitrary: fc.constant([]), weight: 4 },
    { arbitrary: fc.constantFrom(...ODD_HEADERS).map((header) => [header]), weight: 1 },
  );
  return fc
    .tuple(fc.tuple(...known), odd)
    .map(([own, more]) => Object.fromEntries([...own, ...more].filter(([, value]) => value !== '')));
}

/** What a header may hold at all. */
const visible = (value: string): string => value.replaceAll(/[^\x20-\x7e\xa0-\xff]/g, '').trim();

function body({ method, requestBody }: Endpoint, document: ApiDocument): fc.Arbitrary<Draft['body']> {
  if (method === 'GET') return fc.constant(undefined);
  const stray = fc.constantFrom<Draft['body']>(
    undefined,
    { type: 'application/json', text: '' },
    { type: 'application/json', text: '{"a":' },
    { type: 'application/json', text: `${'['.repeat(2_000)}${']'.repeat(2_000)}` },
    { type: 'application/json', text: `{"a":"${'x'.repeat(70_000)}"}` },
    { type: 'application/json; charset=utf-7', text: '{}' },
    { type: 'text/xml', text: '<a/>' },
    { type: 'no type', text: '{}' },
    { type: undefined, text: '\0' },
  );
  if (requestBody === undefined) return often(fc.constant(undefined), stray, 3);
  const bodies = Object.entries(requestBody.content).map(([type, media]) => bodyOf(type, media, document));
  return often(fc.oneof(...bodies), stray, 5);
}

function bodyOf(
  type: string,
  { schema = {}, example, examples = {} }: Media,
  document: ApiDocument,
): fc.Arbitrary<Draft['body']> {
  const shown = [example, ...Object.values(examples).map(({ value }) => value)].filter((value) => value !== undefined);
  const right = fc.oneof(...shown.map((value) => fc.constant(value)), fitting(schema, document));
  const isJson = /[/+]json$/.test(type);
  const write = (value: unknown) => (isJson ? JSON.stringify(value) : textOf(value));
  const wrong = isJson ? fc.oneof(spoilt(schema, document), oddValue()) : spoiltText(right.map(textOf));
  const isText = resolved(schema, document).type === 'string';
  return often(right, isJson && !isText ? wrong : fc.oneof(wrong, oddText()), 1).map((value) => ({
    type,
    text: write(value),
  }));
}

/** A text with a piece of it replaced by something odd. */
const spoiltText = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(texts, oddText(), fc.nat()).map(([text, odd, at]) => {
    const cut = at % (text.length + 1);
    return `${text.slice(0, cut)}${odd}${text.slice(cut + (at % 7))}`;
  });
