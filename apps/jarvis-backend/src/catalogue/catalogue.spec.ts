import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createCast } from '../events/cast';
import { createRandom } from '../events/random';
import { createScope } from '../events/scope';
import { productSource, scenarioSource } from '../events/source';
import { Catalogue } from './catalogue';

const BACKEND = resolve(__dirname, '../../../../Backend');
const CONTENT = join(BACKEND, 'event_generators');
const PARSERS = join(BACKEND, 'parsers');
const silent = (): void => undefined;
const spec = { cast: createCast('ada-1'), sessionId: 'ada-1', seed: 'seed' };
const time = new Date('2026-11-23T10:00:00.000Z');
const catalogue = new Catalogue({ generators: CONTENT, parsers: PARSERS }, silent);

describe('the content of the repository', () => {
  it('has no problem', () => {
    expect(catalogue.problems()).toEqual([]);
    expect(catalogue.products().length).toBeGreaterThanOrEqual(5);
    expect(catalogue.scenarios().length).toBeGreaterThanOrEqual(1);
  });

  it.each(catalogue.products().map(({ id }) => id))('%s gives the same well-formed events from the same seed', (id) => {
    const events = (): readonly string[] => {
      const source = productSource(catalogue.product(id), spec);
      return Array.from({ length: 100 }, (_, index) => source.at(index, time).syslog);
    };
    const lines = events();
    expect(events()).toEqual(lines);
    expect(new Set(lines).size).toBeGreaterThan(50);
    for (const line of lines) {
      expect(line).toMatch(/^<\d{1,3}>/);
      expect(line).not.toMatch(/undefined|\{\{|\[object|[\r\n]/);
    }
  });

  // Branches that are drawn seldom fail as loudly as the others.
  it.each(catalogue.products().map(({ id }) => id))('%s renders each of its events many times', (id) => {
    const product = catalogue.product(id);
    for (const event of product.events.values()) {
      for (let index = 0; index < 60; index += 1) {
        const random = createRandom(`${id}:${index}`);
        event.render(createScope({ ...spec, random, time, index, vars: [event.vars, product.vars] }));
      }
    }
  });
});

const lineOf = (productId: string, eventId: string): string => {
  const product = catalogue.product(productId);
  const event = product.events.get(eventId)!;
  return event.render(
    createScope({ ...spec, random: createRandom('x'), time, index: 3, vars: [event.vars, product.vars] }),
  ).raw;
};

it.each([
  {
    product: 'paloalto_panos',
    event: 'traffic',
    line: /^Nov 23 10:00:00 fw-edge-01 1,2026\/11\/23 10:00:00,\d+,TRAFFIC,end,/,
    commas: 53,
  },
  { product: 'paloalto_panos', event: 'threat_url', line: /,THREAT,url,/, commas: 63 },
])('$product/$event has the columns that PAN-OS documents', ({ product, event, line, commas }) => {
  expect(lineOf(product, event)).toMatch(line);
  expect(lineOf(product, event).split(',').length - 1).toBe(commas);
});

it.each([
  {
    product: 'cisco_asa',
    event: 'built',
    line: /^Nov 23 2026 10:00:00 asa-dc-01 : %ASA-6-302013: Built outbound TCP connection \d+ for outside:/,
  },
  {
    product: 'fortinet_fortigate',
    event: 'traffic_forward',
    line: /^date=2026-11-23 time=10:00:00 devname="\S+" .* srcip=10\.20\.\d+\.\d+ .* sentbyte=\d+ /,
  },
  {
    product: 'crowdstrike_falcon',
    event: 'detection',
    line: /CEF:0\|CrowdStrike\|FalconHost\|1\.0\|DetectionSummaryEvent\|Detection Summary Event\|\d+\|externalId=/,
  },
  {
    product: 'trendmicro_deep_security',
    event: 'anti_malware',
    line: /LEEF:1\.0\|Trend Micro\|Deep Security Agent\|20\.0\.1\|4000000\|devTime=[^\t]+\tdevTimeFormat=/,
  },
])('$product/$event looks like the vendor documents it', ({ product, event, line }) =>
  expect(lineOf(product, event)).toMatch(line),
);

const run = (total: number, allowed: (vendor: string) => boolean = () => true) => {
  const scenario = catalogue.scenario('phishing_to_exfiltration', ({ vendor }) => allowed(vendor.id));
  const source = scenarioSource(scenario, total, spec);
  return Array.from({ length: total }, (_, index) => source.at(index, time));
};

describe('a scenario', () => {
  it('plays its phases in order, with one user and one attacker throughout', () => {
    const events = run(35);
    expect([...new Set(events.map(({ phase }) => phase))]).toEqual([
      'phishing',
      'execution',
      'credential_access',
      'exfiltration',
    ]);
    const users = events
      .filter(({ product_id }) => product_id === 'okta_system_log')
      .map(({ raw }) => (JSON.parse(raw) as { actor: { alternateId: string } }).actor.alternateId);
    expect(new Set(users).size).toBe(1);
    const keys = events
      .filter(({ product_id }) => product_id === 'aws_cloudtrail')
      .map(({ raw }) => (JSON.parse(raw) as { userIdentity: { accessKeyId: string } }).userIdentity.accessKeyId);
    expect(new Set(keys).size).toBe(1);
    const attacker = (
      JSON.parse(events.find(({ product_id }) => product_id === 'aws_cloudtrail')!.raw) as { sourceIPAddress: string }
    ).sourceIPAddress;
    expect(events[0]!.raw).toContain(attacker);
    expect(events.at(-1)!.raw).toContain(attacker);
  });

  it.each([1, 7, 35, 100])('spreads %d events over its phases', (total) => {
    const phases = run(total).map(({ phase }) => phase);
    expect(phases).toHaveLength(total);
    expect(phases[0]).toBe('phishing');
    if (total >= 7) expect(new Set(phases).size).toBe(4);
  });

  it('leaves out the products that are not allowed', () => {
    const events = run(20, (vendor) => vendor === 'sentinelone');
    expect(new Set(events.map(({ product_id }) => product_id))).toEqual(new Set(['sentinelone_endpoint']));
  });
});

it('reports each bad file with its reason and loads the rest', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-content-'));
  try {
    cpSync(CONTENT, folder, { recursive: true });
    const bad = (name: string, text: string): void => writeFileSync(join(folder, 'products', name), text);
    const cisco = JSON.stringify({ ...catalogue.product('cisco_asa').file });
    bad('broken.json', '{');
    bad('empty.json', '{}');
    bad('other_name.json', cisco);
    bad('typo.json', cisco.replace('"cisco_asa"', '"typo"').replace('{{connection}}', '{{conection}}'));
    bad('okta_system_log.json', '[]');
    const loaded = new Catalogue({ generators: folder, parsers: join(folder, 'none') }, silent);
    const problems = Object.fromEntries(loaded.problems().map(({ file, reason }) => [file, reason]));
    const withOkta = catalogue
      .scenarios()
      .filter(({ products }) => products.some(({ id }) => id === 'okta_system_log'));
    expect(Object.keys(problems).toSorted()).toEqual([
      'parsers',
      'products/broken.json',
      'products/empty.json',
      'products/okta_system_log.json',
      'products/other_name.json',
      'products/typo.json',
      ...withOkta.map(({ id }) => `scenarios/${id}.json`).toSorted(),
    ]);
    expect(problems['products/typo.json']).toBe('built: There is no variable conection');
    expect(problems['products/other_name.json']).toContain('cisco_asa.json');
    expect(problems['scenarios/phishing_to_exfiltration.json']).toBe('There is no product okta_system_log');
    expect(loaded.products().length).toBe(catalogue.products().length - 1);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
