import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Catalogue } from './catalogue';
import { checkScenario } from './check-scenario';
import { ContentFile } from './content-file';
import { scenarioSchema, type ScenarioFile } from './product.schema';

const BACKEND = resolve(__dirname, '../../../../Backend');
const FOLDER = join(BACKEND, 'event_generators', 'scenarios');
const SEEDS = ['first', 'second', 'third'];
const catalogue = new Catalogue(
  { generators: join(BACKEND, 'event_generators'), parsers: join(BACKEND, 'parsers') },
  () => undefined,
);
const parts = {
  product: (id: string) => catalogue.product(id),
  parser: (id: string) => catalogue.parser(id),
};
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
const read = (name: string): ScenarioFile => ContentFile.open(join(FOLDER, name)).parse(scenarioSchema);

// Every file of the folder, also those that are written later and those that the catalogue would leave out.
it.each(FILES)('%s tells one story across its products', (name) => {
  const file = read(name);
  expect(`${file.id}.json`).toBe(name);
  expect(checkScenario(file, parts, SEEDS)).toEqual([]);
});

describe('a scenario with a mistake', () => {
  const [lead, ...rest] = read('phishing_to_exfiltration.json').phases;
  const withStep = (step: object): ScenarioFile =>
    scenarioSchema.parse({
      ...read('phishing_to_exfiltration.json'),
      phases: [{ ...lead, steps: [...lead!.steps, step] }, ...rest],
    });

  it.each([
    [
      'a misspelt variable',
      { product: 'paloalto_panos', event: 'threat_url', with: { dts: '{{attacker.ip}}' } },
      'phishing: The event paloalto_panos/threat_url has no variable dts',
    ],
    [
      'a variable that the event does not use',
      { product: 'sentinelone_endpoint', event: 'dns', with: { script: 'whoami' } },
      'phishing: sentinelone_endpoint/dns does not use script',
    ],
    [
      'an event that the product does not have',
      { product: 'sentinelone_endpoint', event: 'dsn', with: {} },
      'phishing: The product sentinelone_endpoint has no event dsn',
    ],
  ])('is told of %s', (_, step, fault) => expect(checkScenario(withStep(step), parts, ['one'])).toContain(fault));

  it('is told of a phase without a technique', () => {
    const file = read('phishing_to_exfiltration.json');
    const phases = [{ ...file.phases[0]!, mitre: [] }, ...file.phases.slice(1)];
    expect(checkScenario({ ...file, phases }, parts, ['one'])).toContain('phishing has no MITRE ATT&CK technique');
  });

  it('is told of a story that its products do not share', () => {
    const file = read('phishing_to_exfiltration.json');
    const steps = [{ product: 'linux_auth', event: 'cron_session', count: 2, with: {} }];
    const phases = [{ ...file.phases[0]!, steps }];
    expect(checkScenario({ ...file, phases }, parts, ['one'])).toEqual([
      'only 0 products name the user or the attacker',
    ]);
  });
});
