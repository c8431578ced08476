import { productSchema } from '../catalogue/product.schema';
import { createCast } from './cast';
import { EVENT_BYTES_MAX, EXPRESSION_MAX, replaceAll, sizeOf, TEXT_MAX } from './limits';
import { compileProduct } from './product';
import { createRandom } from './random';
import { createScope } from './scope';
import type { Json } from './template';

/** A product whose one event shows `value`, which may use `vars`. */
const product = (value: Json, vars: Record<string, Json> = {}) =>
  compileProduct(
    productSchema.parse({
      id: 'acme',
      name: 'Acme',
      vendor: { id: 'acme', name: 'Acme' },
      category: 'Web',
      description: 'Acme.',
      references: ['https://docs.acme.example/'],
      encoding: { format: 'json' },
      splunk: { sourcetype: 'acme' },
      vars,
      fields: { value },
      events: [{ id: 'seen', name: 'Seen' }],
    }),
  );

function render(value: Json, vars: Record<string, Json> = {}): string {
  const made = product(value, vars);
  const scope = createScope({
    cast: createCast('ada'),
    sessionId: 'ada',
    random: createRandom('seed'),
    time: new Date(0),
    index: 0,
    vars: [made.vars],
  });
  return made.events.get('seen')!.render(scope).raw;
}

/** `{"v0": …, "v1": …}`, each made of the one before. */
const chain = (length: number, first: Json, next: (before: string) => Json): Record<string, Json> =>
  Object.fromEntries(
    Array.from({ length }, (_, index) => [`v${index}`, index === 0 ? first : next(`{{v${index - 1}}}`)]),
  );
const nested = (depth: number, inner: Json, wrap: (value: Json) => Json): Json =>
  Array.from({ length: depth }).reduce<Json>((value) => wrap(value), inner);

/** A million times and more. */
const repeated = (inner: Json): Json => nested(4, inner, ($value) => ({ $repeat: [100, 100], $value }));

const SPOILED: readonly (readonly [string, () => string, RegExp])[] = [
  ['a giant text', () => render('{{chars(1000000000)}}'), /65536 characters at most/],
  ['giant padding', () => render("{{pad('x', 1000000000)}}"), /65536 characters at most/],
  [
    'a text that grows with each replacement',
    () => render("{{replace(replace(chars(60000), '', 'aaaaaaaa'), 'a', 'bbbbbbbb')}}"),
    /65536 characters at most/,
  ],
  [
    'texts that double',
    () =>
      render(
        '{{v20}}',
        chain(21, '0123456789', (one) => one + one),
      ),
    /524288 characters at/,
  ],
  [
    'lists that double',
    () =>
      render(
        '{{v20}}',
        chain(21, [1], (one) => [one, one]),
      ),
    /524288 characters at most/,
  ],
  [
    'the same list in many places, as a text',
    () =>
      render(
        'x{{json(v20)}}',
        chain(21, [1], (one) => ({ a: one, b: one })),
      ),
    /524288 characters at most/,
  ],
  [
    'repeats within repeats',
    () => render(nested(6, 'x', ($value) => ({ $repeat: [100, 100], $value }))),
    /524288 characters at most/,
  ],
  [
    'a long text many times',
    () => render({ $repeat: [100, 100], $value: 'x'.repeat(9000) }),
    /524288 characters at most/,
  ],
  [
    'an event that is too large',
    () => render(['{{chars(65536)}}', '{{v0}}', '{{v0}}', '{{v0}}'], { v0: '{{chars(65536)}}' }),
    /262144 bytes/,
  ],
  [
    'an event of many bytes',
    () =>
      render(
        Array.from({ length: 3 }, () => '{{v0}}'),
        { v0: "{{pad('', 65536, 'ü')}}" },
      ),
    /262144 bytes/,
  ],
  ['empty texts without end', () => render(repeated("{{''}}".repeat(150_000))), /524288 characters at most/],
  [
    'what is left out without end',
    () => render(repeated(Array.from({ length: 70_000 }, () => ({ $maybe: 0 })))),
    /524288 characters at most/,
  ],
  [
    'choices without end',
    () => render(repeated({ $pick: Array.from({ length: 1000 }, () => '') })),
    /524288 characters at most/,
  ],
  ['too many choices', () => render({ $pick: Array.from({ length: 1001 }, () => '') }), /at most 1000 choices/],
  ['calls without end', () => render(repeated('{{1 | int_of(1, 2)}}'.repeat(40_000))), /524288 characters at most/],
  ['many arguments', () => render(repeated(`{{pick(${'1,'.repeat(1900)}1)}}`)), /524288 characters at most/],
  ['deep values', () => render(nested(30, 'x', (value) => [value])), /24 deep/],
  ['very deep values', () => render(nested(5000, 'x', (value) => ({ value }))), /24 deep/],
  ['deep calls', () => render(`{{${'upper('.repeat(30)}'x'${')'.repeat(30)}}}`), /24 deep/],
  ['very deep calls', () => render(`{{${'hex('.repeat(799)}1${')'.repeat(799)}}}`), /24 deep/],
  ['many pipes', () => render(`{{'x'${' | upper'.repeat(30)}}}`), /24 deep/],
  ['a long expression', () => render(`{{'${'x'.repeat(EXPRESSION_MAX)}'}}`), /more than 4000 characters/],
  [
    'a long chain of variables',
    () =>
      render(
        '{{v40}}',
        chain(41, 'x', (one) => one),
      ),
    /24 others/,
  ],
  ['a variable that needs itself', () => render('{{a}}', { a: '{{b}}', b: '{{a}}' }), /refers to itself/],
  ['many repetitions', () => render({ $repeat: [1, 1e9], $value: 1 }), /\$repeat has to be/],
  ['a prototype', () => render({ ['__proto__']: { polluted: true } }), /__proto__ is no name/],
  ['a constructor', () => render('{{user.constructor.prototype}}'), /user\.constructor\.prototype has no constructor/],
  ['a method of a text', () => render('{{user.name.length}}'), /has no length/],
];

it.each(SPOILED)('refuses %s at once', (_, make, message) => {
  const begun = performance.now();
  expect(make).toThrow(message);
  expect(performance.now() - begun).toBeLessThan(1000);
});

it('reads a text of braces that never close without searching it again and again', () => {
  const begun = performance.now();
  expect(render('{{'.repeat(60_000))).toContain('{{{{');
  expect(performance.now() - begun).toBeLessThan(1000);
});

it('lets an event be as large as it may be', () => {
  const raw = render(['{{chars(65000)}}', '{{chars(65000)}}', '{{chars(65000)}}', '{{chars(65000)}}']);
  expect(Buffer.byteLength(raw)).toBeGreaterThan(EVENT_BYTES_MAX - 3000);
});

it.each([
  ['a.b.c', '.', '--', 'a--b--c'],
  ['ab', '', '-', '-a-b-'],
  ['ab', 'x', 'y', 'ab'],
])('replaces in %s each %j by %j', (text, from, to, result) => expect(replaceAll(text, from, to)).toBe(result));

it('refuses a replacement before it is made', () =>
  expect(() => replaceAll('a'.repeat(1000), 'a', 'b'.repeat(TEXT_MAX))).toThrow('characters at most'));

it.each([
  [7, 1],
  ['four', 4],
  [['ab', 'cd'], 16],
  [{ key: 'value' }, 14],
])('takes %j for %d characters', (value, size) => expect(sizeOf(value, 1000)).toBe(size));
