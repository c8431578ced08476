import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCast } from '../events/cast';
import { productSource } from '../events/source';
import { NotFoundError } from '../errors';
import { Catalogue } from './catalogue';

const BACKEND = resolve(__dirname, '../../../../Backend');
const time = new Date('2026-11-23T10:00:00.000Z');
let root: string;
let catalogue: Catalogue;
let clock: number;
let loaded: number;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
  cpSync(BACKEND, root, { recursive: true });
  clock = 0;
  loaded = 0;
  jest.spyOn(performance, 'now').mockImplementation(() => clock);
  const folders = { generators: join(root, 'event_generators'), parsers: join(root, 'parsers') };
  catalogue = new Catalogue(folders, (_level, message) => void (loaded += Number(message === 'Content loaded')));
  catalogue.products();
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(root, { recursive: true });
});

const path = (name: string): string => join(root, 'event_generators/products', `${name}.json`);
const change = (name: string, from: string, to: string): void =>
  writeFileSync(path(name), readFileSync(path(name), 'utf8').replaceAll(from, to));
const nameOf = (id: string): string => catalogue.productSummary(id).name;
const scenarioIds = (): string[] => catalogue.scenarios().map(({ id }) => id);
const later = (): void => void (clock += 1001);
const lineOf = (): string => {
  const spec = { cast: createCast('a'), sessionId: 'a', seed: 'a' };
  return productSource(catalogue.product('cisco_asa'), spec).at(0, time).raw;
};

it('sees a changed file, and only after a moment', () => {
  change('cisco_asa', 'Cisco Secure Firewall ASA', 'Cisco ASA 9.22');
  expect(nameOf('cisco_asa')).toBe('Cisco Secure Firewall ASA');
  later();
  expect(nameOf('cisco_asa')).toBe('Cisco ASA 9.22');
});

it('sees a file that was replaced by one of the same size and time', () => {
  const { atime, mtime } = statSync(path('cisco_asa'));
  writeFileSync(
    `${path('cisco_asa')}.new`,
    readFileSync(path('cisco_asa'), 'utf8').replace('Secure Firewall', 'SECURE FIREWALL'),
  );
  utimesSync(`${path('cisco_asa')}.new`, atime, mtime);
  renameSync(`${path('cisco_asa')}.new`, path('cisco_asa'));
  later();
  expect(nameOf('cisco_asa')).toBe('Cisco SECURE FIREWALL ASA');
});

it('does not read anything again while nothing changes', () => {
  for (let count = 0; count < 5; count += 1) {
    later();
    catalogue.products();
  }
  expect(loaded).toBe(1);
  catalogue.reload();
  expect(loaded).toBe(2);
});

it('sees files that come and go, and what that means for scenarios and parsers', () => {
  const total = catalogue.products().length;
  renameSync(path('okta_system_log'), join(root, 'okta.json'));
  later();
  expect(catalogue.products()).toHaveLength(total - 1);
  expect(() => catalogue.product('okta_system_log')).toThrow(NotFoundError);
  expect(scenarioIds()).not.toContain('phishing_to_exfiltration');
  const wrong = catalogue.problems().map(({ file }) => file);
  expect(wrong).toContain('scenarios/phishing_to_exfiltration.json');
  expect(wrong).toContain('parsers/okta_system_log.json');
  renameSync(join(root, 'okta.json'), path('okta_system_log'));
  later();
  expect(catalogue.products()).toHaveLength(total);
  expect(scenarioIds()).toContain('phishing_to_exfiltration');
  expect(catalogue.problems()).toEqual([]);
});

it('leaves out a file that is half written, until it is whole', () => {
  const whole = readFileSync(path('cisco_asa'), 'utf8');
  writeFileSync(path('cisco_asa'), whole.slice(0, whole.length / 2));
  later();
  expect(() => nameOf('cisco_asa')).toThrow(NotFoundError);
  writeFileSync(path('cisco_asa'), whole);
  later();
  expect(nameOf('cisco_asa')).toBe('Cisco Secure Firewall ASA');
});

it('answers that there is no such product when its file went a moment ago', () => {
  rmSync(path('cisco_asa'));
  expect(() => catalogue.product('cisco_asa')).toThrow(NotFoundError);
});

it('generates from the changed file, and goes on from the old one where it began', () => {
  const spec = { cast: createCast('a'), sessionId: 'a', seed: 'a' };
  const running = productSource(catalogue.product('cisco_asa'), spec);
  const old = lineOf();
  change('cisco_asa', '%ASA-', '%FTD-');
  later();
  expect(lineOf()).toBe(old.replace('%ASA-', '%FTD-'));
  expect(running.at(0, time).raw).toBe(old);
});

it('reads all anew when asked to, without waiting', () => {
  change('cisco_asa', 'Cisco Secure Firewall ASA', 'Cisco ASA 9.22');
  catalogue.reload();
  expect(nameOf('cisco_asa')).toBe('Cisco ASA 9.22');
});
