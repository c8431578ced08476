import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../support/platform';

interface Component {
  readonly 'bom-ref': string;
  readonly purl: string;
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly properties: readonly { readonly name: string; readonly value: string }[];
}
interface Locked {
  /** Of a package that goes by another name here. */
  readonly name?: string;
  readonly version: string;
  readonly link?: boolean;
  readonly optional?: boolean;
}

const read = (path: string) => JSON.parse(readFileSync(join(ROOT, path), 'utf8'));

it('lists every package that is installed, with its hash and whether it is for development', () => {
  execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, stdio: 'pipe' });
  const bom = read('dist/sbom.cdx.json') as { bomFormat: string; metadata: object; components: Component[] };
  expect(bom).toMatchObject({ bomFormat: 'CycloneDX', metadata: { component: { type: 'application' } } });
  const listed = new Map(bom.components.map((component) => [component['bom-ref'], component]));
  const packages = read('package-lock.json').packages as Record<string, Locked>;
  const wanted = Object.entries(packages)
    // Optional ones may be for other platforms.
    .filter(([path, { link, optional }]) => path.startsWith('node_modules/') && !link && !optional)
    .map(([path, { name, version }]) => `${name ?? path.split('node_modules/').at(-1)}@${version}`);
  expect(wanted.length).toBeGreaterThan(400);
  expect(wanted.filter((id) => !listed.has(id))).toEqual([]);
  const isForDevelopment = (id: string) =>
    listed.get(id)?.properties.some(({ name, value }) => name === 'cdx:npm:package:development' && value === 'true');
  const idsOf = (names: string[]) => names.map((name) => `${name}@${packages[`node_modules/${name}`]?.version}`);
  for (const id of idsOf(['fastify', 'ioredis'])) expect(isForDevelopment(id)).toBe(false);
  for (const id of idsOf(['jest', 'vite'])) expect(isForDevelopment(id)).toBe(true);
  for (const id of wanted) expect(listed.get(id)?.hashes).toEqual([expect.objectContaining({ alg: 'SHA-512' })]);
  expect(listed.get(idsOf(['fastify'])[0] ?? '')?.purl).toMatch(/^pkg:npm\/fastify@/);
});
