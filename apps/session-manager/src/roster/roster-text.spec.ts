import { readRoster, withinUserCap, type Roster } from './roster-text';

const row = (line: number, user_id: string, rest: object = {}) => ({
  line,
  user_id,
  hours: null,
  count: 1,
  metadata: {},
  ...rest,
});
const ada = row(2, 'ada', { hours: 8, metadata: { table: '4' } });
const many = (count: number) => Array.from({ length: count }, (_, i) => `guest-${i}`).join('\n');

it.each<[string, string, object[]]>([
  ['commas', 'user_id,hours,table\nada,8,4', [ada]],
  ['semicolons', 'user_id;hours;table\nada;8;4\n', [ada]],
  ['tabs', 'user_id\thours\ttable\nada\t8\t4\n', [ada]],
  ['a byte order mark', '\uFEFFuser_id,hours,table\nada,8,4', [ada]],
  ['carriage returns', 'user_id,hours,table\r\nada,8,4\r\n', [ada]],
  ['old carriage returns', 'user_id,hours,table\rada,8,4\r', [ada]],
  ['another case and spaces in the header', ' User ID , HOURS ,table\n ada , 8 , 4 ', [ada]],
  ['quoted fields', '"user_id","hours","table"\n"ada","8","4"', [ada]],
  ['a comma in a number', 'user_id;hours\nada;8,5', [row(2, 'ada', { hours: 8.5 })]],
  ['a delimiter inside quotes', 'user_id,hours\n"Lovelace, Ada",8', [row(2, 'Lovelace, Ada', { hours: 8 })]],
  ['doubled quotes', 'user_id\n"Ada ""the first"""', [row(2, 'Ada "the first"')]],
  ['blank lines, which count', '\nuser_id,hours\n\n \n,\nada,\n\nben,\n', [row(6, 'ada'), row(8, 'ben')]],
  [
    'line breaks inside quotes, which count',
    'user_id,note\nada,"one\ntwo\r\nthree"\nben,x',
    [row(2, 'ada', { metadata: { note: 'one\ntwo\nthree' } }), row(5, 'ben', { metadata: { note: 'x' } })],
  ],
  ['a count', 'user_id,count\nada,3\nben,', [row(2, 'ada', { count: 3 }), row(3, 'ben')]],
  ['rows that are short', 'user_id,hours,table\nada\nben,2', [row(2, 'ada'), row(3, 'ben', { hours: 2 })]],
  ['`user`', 'user\nada', [row(2, 'ada')]],
  ['`E-Mail`', 'seat,E-Mail\n7,ada@example.org', [row(2, 'ada@example.org', { metadata: { seat: '7' } })]],
  [
    'the address rather than the name, which is kept',
    'Name,Email\nAda,ada@example.org',
    [row(2, 'ada@example.org', { metadata: { Name: 'Ada' } })],
  ],
  ['a column without name or content', 'user_id,,hours\nada,,2', [row(2, 'ada', { hours: 2 })]],
  [
    'no header: one user id a line',
    'ada@example.org\n\nLovelace, Ada\n',
    [row(1, 'ada@example.org'), row(3, 'Lovelace, Ada')],
  ],
  ['the same user twice', 'user_id\nada\nada', [row(2, 'ada'), row(3, 'ada')]],
  ['decomposed letters', 'user_id\nAndre\u0301', [row(2, 'Andr\u00e9')]],
  ['a polluted prototype', 'user_id,__proto__\nada,x', [row(2, 'ada', { metadata: JSON.parse('{"__proto__":"x"}') })]],
])('understands %s', (_, csv, rows) => expect(readRoster(csv)).toEqual({ rows, badRows: [] }));

it.each<[string, string, [line: number, field: string | null, words: RegExp][]]>([
  ['hours that are no number', 'user_id,hours\nada,soon', [[2, 'hours', /from 0\.01 to 720, not "soon"/]]],
  [
    'hours out of range',
    'user_id,hours\nada,0\nben,721',
    [
      [2, 'hours', /not "0"/],
      [3, 'hours', /not "721"/],
    ],
  ],
  [
    'hours in another form',
    'user_id,hours\nada,1e2\nben,-1',
    [
      [2, 'hours', /not "1e2"/],
      [3, 'hours', /not "-1"/],
    ],
  ],
  [
    'a count that is none',
    'user_id,count\nada,1.5\nben,101',
    [
      [2, 'count', /1 to 100, not "1.5"/],
      [3, 'count', /"101"/],
    ],
  ],
  ['no user id', 'user_id,hours\n,8', [[2, 'user_id', /must not be empty/]]],
  ['a long user id', `user_id\n${'x'.repeat(257)}`, [[2, 'user_id', /at most 256 characters, not 257/]]],
  [
    'control characters',
    'user_id\nada\u0007\nben\u202e',
    [
      [2, 'user_id', /control/],
      [3, 'user_id', /control/],
    ],
  ],
  ['too many fields', 'user_id,hours\nada,8,4', [[2, null, /has 3 fields, the header 2/]]],
  [
    'two things in one row',
    'user_id,hours,count\n,x,y',
    [
      [2, 'user_id', /./],
      [2, 'hours', /./],
      [2, 'count', /./],
    ],
  ],
  ['a column without name', 'user_id,\nada,x', [[2, null, /"x" has no name/]]],
  ['a column twice', 'user_id,table,table\nada,1,2', [[1, 'table', /twice/]]],
  [
    'many columns',
    `user_id,${Array.from({ length: 21 }, (_, i) => `c${i}`).join()}\nada`,
    [[1, null, /20 columns, not 21/]],
  ],
  ['large metadata', `user_id,note\nada,${'x'.repeat(8_200)}`, [[2, null, /8192 bytes/]]],
  ['a quote that is never closed', 'user_id,note\nada,"x\nben,y', [[2, null, /never closed/]]],
  ['text after a quote', 'user_id,note\nada,"x"y\n', [[2, null, /doubled/]]],
  ['a header alone', 'user_id,hours\n', [[1, null, /no row/]]],
  ['nothing but blanks', ' \n\n', [[1, null, /no row/]]],
  ['a bad row after a break in quotes', 'user_id,note,hours\nada,"a\nb",1\nben,x,y', [[4, 'hours', /"y"/]]],
])('names the row and the field of %s', (_, csv, wanted) => {
  const { badRows } = readRoster(csv);
  expect(badRows.map(({ line, field }) => [line, field])).toEqual(wanted.map(([line, field]) => [line, field]));
  wanted.forEach(([, , words], i) => expect(badRows[i]?.message).toMatch(words));
});

it('keeps the good rows beside the bad ones', () =>
  expect(readRoster('user_id,hours\nada,8\nben,x\ncarl,').rows).toEqual([row(2, 'ada', { hours: 8 }), row(4, 'carl')]));

it('takes 5000 rows and says where to go on', () => {
  expect(readRoster(many(5_000)).badRows).toEqual([]);
  const { rows, badRows } = readRoster(many(5_002));
  expect(rows.length).toBe(5_000);
  expect(badRows).toEqual([
    { line: 5_001, field: null, message: expect.stringMatching(/may have 5000 rows and this one has 5002/) },
  ]);
});

it('refuses what one user may not have, with what they have and the rows above', () => {
  const roster: Roster = readRoster('user_id,count\nada,3\nben,2\nada,\nben,\ncarl,4');
  const { rows, badRows } = withinUserCap(roster, new Map([['ben', 1]]), 3);
  expect(rows.map(({ line }) => line)).toEqual([2, 3]);
  expect(badRows).toEqual([
    { line: 4, field: 'user_id', message: expect.stringMatching(/may have 3 sessions.*"ada" would get 1 and has 3/) },
    { line: 5, field: 'user_id', message: expect.stringMatching(/"ben"/) },
    { line: 6, field: 'count', message: expect.stringMatching(/"carl" would get 4$/) },
  ]);
});
