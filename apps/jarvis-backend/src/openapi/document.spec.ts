import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { AppDeps } from '../app';
import { createApp } from '../app';
import { createDocument } from './document';
import { OPERATIONS } from './operations';

const ROOT = resolve(__dirname, '../../../..');
const document = createDocument('0.1.0');

it('documents every route of the backend, and no other', () => {
  // Routes are only listed: what they would work with is never asked.
  const { routes } = createApp({ settings: { apiKey: 'k', disableAuth: false }, docsFolder: ROOT } as AppDeps);
  const handled = routes.filter(({ method, path }) => method !== 'ALL' && !/\/(docs|openapi)\b/.test(path));
  const names = handled.map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`);
  const documented = OPERATIONS.map(({ method, path }) => `${method.toUpperCase()} /api/v1${path}`);
  expect([...new Set(names)].toSorted()).toEqual(documented.toSorted());
});

it('is a valid document, with examples that fit', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-openapi-'));
  const file = join(folder, 'openapi.json');
  writeFileSync(file, JSON.stringify(document));
  const redocly = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');
  const lint = (): string =>
    execFileSync(
      process.execPath,
      [redocly, 'lint', file, '--config', join(ROOT, 'apps/jarvis-backend/redocly.yaml')],
      {
        encoding: 'utf8',
        stdio: 'pipe',
        env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      },
    );
  try {
    lint();
  } catch (error) {
    const { stdout, stderr } = error as { stdout: string; stderr: string };
    throw new Error(stdout + stderr, { cause: error });
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 60_000);
