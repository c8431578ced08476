import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const FILES = ['backend-prod.Dockerfile', 'frontend-prod.Dockerfile', 'Dockerfile', 'docker/docker-proxy/Dockerfile'];
const read = (file: string) => readFileSync(resolve(__dirname, '..', file), 'utf8');
const sharedStages = (file: string) => read(file).split(/^FROM (?:base$|\$\{NODE_IMAGE\} AS dependencies$)/m)[0];

it.each(FILES)('%s begins with the stages that all images share', (file) => {
  expect(sharedStages(file)).toContain('AS base');
  expect(sharedStages(file)).toBe(sharedStages(FILES[0] ?? ''));
});

it.each(FILES)('%s needs no Dockerfile frontend from a registry', (file) => {
  expect(read(file)).not.toMatch(/^# *syntax=/m);
});
