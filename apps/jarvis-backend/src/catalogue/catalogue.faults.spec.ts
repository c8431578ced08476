import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Catalogue } from './catalogue';

const BACKEND = resolve(__dirname, '../../../../Backend');
let root: string;
let before: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
  cpSync(BACKEND, root, { recursive: true });
  before = open().products().length;
});
afterEach(() => rmSync(root, { recursive: true }));

const open = (): Catalogue =>
  new Catalogue({ generators: join(root, 'event_generators'), parsers: join(root, 'parsers') }, () => undefined);

const PRODUCTS = 'event_generators/products';
/** The repository's file with one text replaced by another; returns the line and column at which the other begins. */
function edit(file: string, from: string, to: string): string {
  const path = join(root, file);
  const text = readFileSync(path, 'utf8');
  expect(text).toContain(from);
  writeFileSync(
    path,
    text.replace(from, () => to),
  );
  const lines = text.slice(0, text.indexOf(from)).split('\n');
  return `${lines.length}:${lines.at(-1)!.length + 1}`;
}

const told = (): string[] =>
  open()
    .problems()
    .map(({ file, line, column, reason }) => `${file}:${line}:${column} ${reason}`);

it.each<{ what: string; file: string; from: string; to: string; reason: string }>([
  {
    what: 'a syntax error',
    file: `${PRODUCTS}/cisco_asa.json`,
    from: '"facility": 20,',
    to: '?"facility": 20,',
    reason: 'No JSON: A text in double quotes is expected',
  },
  {
    what: 'a key that is not known',
    file: `${PRODUCTS}/cisco_asa.json`,
    from: '"malicious": true',
    to: '"malicous": true',
    reason: expect.stringMatching(/^events\.\d+ has unknown fields: malicous$/) as string,
  },
  {
    what: 'a value of the wrong kind',
    file: `${PRODUCTS}/cisco_asa.json`,
    from: '"facility": 20',
    to: '"facility": 24',
    reason: 'syslog.facility may be at most 23',
  },
  {
    what: 'a reference that is not https',
    file: `${PRODUCTS}/cisco_asa.json`,
    from: '"https://www.cisco',
    to: '"http://www.cisco',
    reason: 'references.0 has to be an https address',
  },
  {
    what: 'a variable that is not there',
    file: `${PRODUCTS}/cisco_asa.json`,
    from: '"connection": "{{int',
    to: '"connection": "{{conection}}{{int',
    reason: 'connection: There is no variable conection',
  },
  {
    what: 'a template that fails when it is rendered',
    file: `${PRODUCTS}/okta_system_log.json`,
    from: '"displayName": "{{user.name}}"',
    to: '"displayName": "{{user.nmae}}"',
    reason: expect.stringMatching(/^\w+: user\.nmae has no nmae$/) as string,
  },
  {
    what: 'a parser that knows no such field',
    file: 'parsers/cisco_asa.json',
    from: '"actor.user.name"',
    to: '"actor.user.nmae"',
    reason: 'fields.actor.user.nmae is no known field name',
  },
  {
    what: 'a parser whose time has a wrong part',
    file: 'parsers/trendmicro_deep_security.json',
    from: '"format": "%b',
    to: '"fromat": "%b',
    reason: 'time has unknown fields: fromat',
  },
  {
    what: "a scenario's step without its event",
    file: 'event_generators/scenarios/phishing_to_exfiltration.json',
    from: '"event": "threat_spyware"',
    to: '"event": "threat_spywear"',
    reason: 'execution: The product paloalto_panos has no event threat_spywear',
  },
  {
    what: "a scenario's variable that the event does not have",
    file: 'event_generators/scenarios/phishing_to_exfiltration.json',
    from: '"dns_answer"',
    to: '"dns_anwser"',
    reason: 'phishing: The event sentinelone_endpoint/dns has no variable dns_anwser',
  },
])('tells the line of $what', ({ file, from, to, reason }) => {
  const at = edit(file, from, to);
  const name = file.replace('event_generators/', '');
  const [line, column] = at.split(':').map(Number);
  expect(
    open()
      .problems()
      .filter((problem) => problem.file === name),
  ).toEqual([{ file: name, line, column, reason }]);
  expect(open().products().length).toBe(file.startsWith(PRODUCTS) ? before - 1 : before);
});

it('tells all that is wrong with the shape of a file', () => {
  edit(`${PRODUCTS}/cisco_asa.json`, '"category": "Network",', '');
  edit(`${PRODUCTS}/cisco_asa.json`, '"weight": 5,', '"weight": 0,');
  expect(told().filter((problem) => problem.startsWith('products/'))).toEqual([
    'products/cisco_asa.json:1:1 category is missing',
    expect.stringMatching(/^products\/cisco_asa\.json:\d+:7 events\.\d+\.weight has to be/),
  ]);
});

it('reads a file with a byte order mark', () => {
  edit(`${PRODUCTS}/cisco_asa.json`, '{', '\uFEFF{');
  expect(told()).toEqual([]);
});

it('tells of a folder that is not there', () => {
  rmSync(join(root, 'parsers'), { recursive: true });
  expect(told()).toEqual(['parsers:null:null The folder cannot be read (ENOENT)']);
});
