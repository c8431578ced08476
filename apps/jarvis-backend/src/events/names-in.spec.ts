import { namesIn } from './names-in';

it.each([
  ['plain', []],
  ['{{user.name}} of {{org.name}}', ['user', 'org']],
  ["{{pick(a, upper(b.c), 'd', 7, true) | take(n)}}", ['a', 'b', 'n']],
  [{ $pick: ['{{a}}', { $weight: 3, $value: ['{{b}}', { c: '{{c}}' }] }] }, ['a', 'b', 'c']],
  [{ $maybe: 0.5, $value: '{{a}}' }, ['a']],
  [7, []],
  [null, []],
  [undefined, []],
])('finds in %j the names %j', (source, names) => expect(namesIn(source)).toEqual(names));
