import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from '../support/platform';

interface Document {
  readonly paths: Record<
    string,
    Record<string, { operationId: string; summary?: string; responses: Record<string, unknown> }>
  >;
}

const print = join(ROOT, 'dist/apps/session-manager/apps/session-manager/src/openapi/print-document.js');
const now = JSON.parse(execFileSync(process.execPath, [print], { encoding: 'utf8' })) as Document;
const operations = Object.entries(now.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })),
);

it("has every endpoint of the platform's manual", () => {
  expect(operations.map(({ name }) => name)).toEqual(
    expect.arrayContaining([
      'POST /api/sessions',
      'GET /api/sessions',
      'GET /api/sessions/{id}',
      'DELETE /api/sessions/{id}',
      'GET /api/sessions/{id}/health',
      'POST /api/sessions/{id}/extend',
      'GET /api/sessions/{id}/events',
      'GET /api/health',
      'POST /api/admin/login',
      'GET /api/admin/config',
      'PUT /api/admin/config',
      'GET /api/admin/sessions/active',
      'GET /api/admin/sessions/{id}',
      'DELETE /api/admin/sessions/{id}',
      'POST /api/admin/sessions/{id}/config',
      'POST /api/admin/sessions/{id}/extend',
      'POST /api/admin/sessions/cleanup',
    ]),
  );
});

it('names each operation once, says what it does, and what it answers when Redis is away', () => {
  const ids = operations.map(({ operationId }) => operationId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { name, summary, responses } of operations) {
    expect([name, summary]).toEqual([name, expect.stringMatching(/.{5,}/)]);
    expect([name, Object.keys(responses)]).toEqual([name, expect.arrayContaining(['503'])]);
  }
});
