import { rosterText } from './read-roster-file';

const bytes = (text: string) => new TextEncoder().encode(text);

it('reads UTF-8 and leaves a byte order mark out', () => {
  expect(rosterText(bytes('user_id\nadä\n'))).toBe('user_id\nadä\n');
  expect(rosterText(bytes('\u{FEFF}user_id\nada\n'))).toBe('user_id\nada\n');
});

it.each([
  ['an empty file', new Uint8Array(), 'empty'],
  ['a spreadsheet', bytes('PK\u0003\u0004'), 'spreadsheet'],
  ['UTF-16', Uint8Array.of(0xff, 0xfe, 0x61, 0), 'UTF-16'],
  ['Latin-1', Uint8Array.of(0x61, 0x64, 0xe4), 'not UTF-8'],
  ['more than 900 kB', new Uint8Array(900_001).fill(0x61), '900 kB'],
])('says of %s what is wrong', (_what, file, words) => expect(() => rosterText(file)).toThrow(words));
