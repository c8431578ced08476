import { createRandom } from './random';
import { compileTemplate, type Json, type Scope } from './template';

const known = new Set(['user', 'n']);
const scope = (seed = 'seed'): Scope => ({
  random: createRandom(seed),
  time: new Date('2026-11-03T04:05:06.007Z'),
  lookup: (name) => ({ user: { name: 'Ada', tags: ['a', 'b'] }, n: 7 })[name],
  meter: () => undefined,
});
const render = (source: Json, seed?: string): unknown => compileTemplate(source, known)(scope(seed));

describe('compileTemplate', () => {
  it.each<{ source: Json; value: unknown }>([
    { source: 'plain', value: 'plain' },
    { source: 5, value: 5 },
    { source: null, value: null },
    { source: '{{n}}', value: 7 },
    { source: 'n={{n}}', value: 'n=7' },
    { source: '{{user.name}} and {{user.name | upper}}', value: 'Ada and ADA' },
    { source: '{{user.tags}}', value: ['a', 'b'] },
    { source: '{{user.name | lower | take(2)}}', value: 'ad' },
    { source: "{{time('%b %e %Y %H:%M:%S.%L')}}", value: 'Nov  3 2026 04:05:06.007' },
    {
      source: "{{time('%a %d/%b/%y %I:%M %p %z %:z %j', 0, '-05:30')}}",
      value: 'Mon 02/Nov/26 10:35 PM -0530 -05:30 306',
    },
    { source: "{{time('%Y-%m-%dT%H:%M:%S.%L%:z')}}", value: '2026-11-03T04:05:06.007+00:00' },
    { source: '{{epoch_us() | take(13)}}', value: '1793678706007' },
    { source: '{{epoch_ns(-1) | take(13)}}', value: '1793678705007' },
    { source: '{{epoch_fraction(3)}}', value: '1793678706.007' },
    { source: '{{filetime() | take(14)}}', value: '13438152306007'.slice(0, 14) },
    {
      source: "{{pad(7, 3)}} {{to_hex(255)}} {{replace(user.name, 'A', 'B')}} {{urlencode('a b')}}",
      value: '007 ff Bda a%20b',
    },
    { source: '{{int_of(user.name, 5, 5)}}', value: 5 },
    { source: '{{epoch(-6)}}', value: 1793678700 },
    { source: '{{iso(1)}}', value: '2026-11-03T04:05:07.007Z' },
    { source: '{{add(n, 3, 0.5)}}', value: 10.5 },
    { source: "{{md5('a')}}", value: '0cc175b9c0f1b6a831c399e269772661' },
    { source: "{{pick('it\\'s')}}", value: "it's" },
    { source: "{{replace('a.b', '.', '$&')}}", value: 'a$&b' },
    { source: 'left {{ open', value: 'left {{ open' },
    { source: '}} {{n}} {{', value: '}} 7 {{' },
    { source: { a: ['{{n}}', { b: '{{n}}' }] }, value: { a: [7, { b: 7 }] } },
    { source: { a: { $maybe: 0, $value: 1 }, b: { $maybe: 1, $value: 2 } }, value: { b: 2 } },
    { source: { $repeat: [3, 3], $value: '{{n}}' }, value: [7, 7, 7] },
    { source: { $pick: [{ $weight: 1, $value: { deep: '{{n}}' } }] }, value: { deep: 7 } },
  ])('renders $source', ({ source, value }) => expect(render(source)).toEqual(value));

  it.each<{ source: Json; message: string }>([
    { source: '{{nobody}}', message: 'There is no variable nobody' },
    { source: '{{boom()}}', message: 'There is no function boom()' },
    { source: '{{int(1,}}', message: 'Cannot read {{int(1,}}' },
    { source: '{{int(1) 2}}', message: 'Cannot read' },
    { source: '{{$}}', message: 'Cannot read' },
    { source: '{{constructor()}}', message: 'There is no function constructor()' },
    { source: { $pick: [] }, message: 'at least one choice' },
    { source: { $pick: [{ $weight: 0, $value: 1 }] }, message: '$weight' },
    { source: { $maybe: 3, $value: 1 }, message: '$maybe' },
    { source: { $repeat: [2, 1], $value: 1 }, message: '$repeat' },
  ])('refuses $source before any event', ({ source, message }) =>
    expect(() => compileTemplate(source, known)).toThrow(message),
  );

  it('writes the same digits below a millisecond for the same time', () => {
    const micro = render("{{time('%f')}}") as string;
    expect(micro).toMatch(/^007\d{3}$/);
    expect(render("{{time('%N')}}")).toMatch(new RegExp(`^${micro}\\d{3}$`));
    expect(render('{{epoch_us()}}')).toBe(`1793678706${micro}`);
  });

  it('says which part of a path is missing', () => {
    expect(() => render('{{user.shoe}}')).toThrow('user.shoe has no shoe');
    expect(() => render('{{user.constructor}}')).toThrow('user.constructor has no constructor');
  });

  it('picks by weight', () => {
    const source: Json = { $pick: [{ $weight: 9, $value: 'often' }, 'seldom'] };
    const often = Array.from({ length: 1000 }, (_, index) => render(source, String(index))).filter(
      (value) => value === 'often',
    );
    expect(often.length).toBeGreaterThan(850);
    expect(often.length).toBeLessThan(950);
  });

  it.each([
    '{{int(1, 1000000)}}',
    '{{uuid()}}',
    '{{hex(12)}}',
    "{{ip('10.0.0.0/8')}}",
    '{{chars(9)}}',
    '{{float(0, 9, 5)}}',
  ])('draws %s from the seed', (source) => {
    expect(render(source, 'one')).toEqual(render(source, 'one'));
    expect(render(source, 'one')).not.toEqual(render(source, 'two'));
  });

  it('draws addresses inside their block', () => {
    for (let index = 0; index < 200; index += 1) {
      expect(render("{{ip('192.168.4.0/30')}}", String(index))).toMatch(/^192\.168\.4\.[12]$/);
    }
  });
});
