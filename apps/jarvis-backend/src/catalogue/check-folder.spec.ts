import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, parse, resolve } from 'node:path';
import { checkFolder, type FolderReport } from './check-folder';

const BACKEND = resolve(__dirname, '../../../../Backend');
const PRODUCTS = ['cisco_asa', 'crowdstrike_falcon', 'okta_system_log'];
let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
  const isWanted = (path: string): boolean => !path.endsWith('.json') || PRODUCTS.includes(parse(path).name);
  cpSync(BACKEND, root, { recursive: true, filter: isWanted });
});
afterEach(() => rmSync(root, { recursive: true }));

const check = (): FolderReport =>
  checkFolder({ generators: join(root, 'event_generators'), parsers: join(root, 'parsers') }, 60);
const edit = (file: string, from: string, to: string): void =>
  writeFileSync(
    join(root, file),
    readFileSync(join(root, file), 'utf8').replace(from, () => to),
  );

it('lists what is there, with what parsers read', () => {
  const asa = check().products.find(({ id }) => id === 'cisco_asa');
  expect(asa).toMatchObject({ references: [expect.stringMatching(/^https:/)], format: 'Text over syslog' });
  expect(asa?.parser_fields).toEqual(expect.arrayContaining(['time', 'device.hostname', 'src_endpoint.ip']));
});

it('names a key that is there twice, a parser that is not and one that finds nothing', () => {
  edit(
    'event_generators/products/cisco_asa.json',
    '"category": "Network",',
    '"category": "Network",\n"category": "X",',
  );
  edit('parsers/crowdstrike_falcon.json', '"src"', '"srcc"');
  rmSync(join(root, 'parsers/okta_system_log.json'));
  const found = check().problems.map(({ file, reason }) => `${file} ${reason}`);
  expect(found).toContain('products/cisco_asa.json The key "category" is there twice');
  expect(found).toContain('products/crowdstrike_falcon.json no line has src_endpoint.ip');
  expect(found).toContain('products/okta_system_log.json there is no parser');
});
