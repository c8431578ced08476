import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { Client, waitFor } from './support/client';
import { backendEnv, buildPair, newApiKey, startServer, type Running } from './support/pair';
import { tcpReceiver, type TcpReceiver } from './support/receivers';

interface Documented {
  readonly operationId: string;
  readonly responses: Record<string, { content?: Record<string, { schema: { $ref?: string } }> }>;
}

const apiKey = newApiKey();
const build = buildPair();
const folder = mkdtempSync(join(tmpdir(), 'jarvis-docs-'));
const document = JSON.parse(readFileSync(join(build.folder, 'docs/openapi.json'), 'utf8')) as {
  paths: Record<string, Record<string, Documented>>;
  components: object;
};
const ajv = new Ajv2020({ strict: false });
addFormats(ajv);
ajv.addSchema({ $id: 'api', ...document });
const called = new Set<string>();
const LINES = '2026-11-26T08:00:00Z one\n2026-11-26T08:00:05Z two\n';
let backend: Running;
let client: Client;
let receiver: TcpReceiver;

beforeAll(async () => {
  backend = await startServer(join(build.folder, 'backend.cjs'), backendEnv(apiKey, folder));
  client = new Client(backend.url, { 'X-API-Key': apiKey });
  receiver = await tcpReceiver();
});
afterAll(async () => {
  await backend.stop('SIGKILL');
  await receiver.close();
  rmSync(folder, { recursive: true });
  build.remove();
});

/** Calls an operation, and holds its answer to what the document says of that status. */
const call = async (
  method: string,
  path: string,
  { id = '', query = '', body, file }: { id?: string; query?: string; body?: object; file?: string } = {},
) => {
  const operation = document.paths[path]![method.toLowerCase()]!;
  called.add(operation.operationId);
  const address = `${backend.url}/api/v1${path.replace('{id}', id)}${query}`;
  const answer = await fetch(address, {
    method,
    headers: { 'X-API-Key': apiKey, ...(body && { 'Content-Type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
    ...(file !== undefined && { body: file }),
  });
  const said = operation.responses[String(answer.status)];
  expect({ operation: operation.operationId, status: answer.status, documented: said !== undefined }).toMatchObject({
    documented: true,
  });
  const text = await answer.text();
  if (!said?.content) {
    expect(text).toBe('');
    return { status: answer.status, body: {} as Record<string, unknown> };
  }
  const [type] = (answer.headers.get('content-type') ?? '').split(';');
  const schema = said.content[type!]?.schema;
  expect({ operation: operation.operationId, type, schema: schema !== undefined }).toMatchObject({ schema: true });
  if (!schema?.$ref) return { status: answer.status, body: {} as Record<string, unknown> };
  const json = JSON.parse(text) as Record<string, unknown>;
  const isValid = ajv.getSchema(`api${schema.$ref}`)!;
  expect({ operation: operation.operationId, valid: isValid(json), errors: isValid.errors }).toMatchObject({
    valid: true,
  });
  return { status: answer.status, body: json };
};

const STORY = {
  name: 'Short night',
  description: 'Somebody guesses a password.',
  phases: [
    {
      id: 'guessing',
      name: 'Guessing',
      description: 'Wrong passwords.',
      steps: [{ product: 'okta_system_log', event: 'session_start', with: { external_session: 'x' } }],
    },
  ],
};

it('answers every operation as it is documented', async () => {
  await call('GET', '/health');
  await call('PUT', '/session', { body: { session_id: 'ada-1', user_id: 'ada@example.org' } });
  await call('GET', '/session');
  await call('GET', '/products');
  await call('POST', '/products/reload');
  await call('GET', '/products/{id}', { id: 'cisco_asa' });
  await call('GET', '/products/{id}/parser', { id: 'cisco_asa' });
  await call('GET', '/scenarios');
  await call('GET', '/scenarios/{id}', { id: 'mfa_fatigue' });
  await call('GET', '/scenarios/{id}/source', { id: 'mfa_fatigue' });
  await call('POST', '/scenarios/try', { body: STORY });
  await call('POST', '/scenarios/try', { body: { name: 'wrong' } });
  const story = String((await call('POST', '/scenarios', { body: STORY })).body['id']);
  await call('PUT', '/scenarios/{id}', { id: story, body: STORY });
  await call('GET', '/scenarios/{id}/source', { id: story });
  await call('GET', '/scenarios');
  await call('DELETE', '/scenarios/{id}', { id: story });
  await call('POST', '/generate', { body: { scenario_id: 'mfa_fatigue', timeline: true } });
  await call('GET', '/export', { query: '?product_id=cisco_asa&count=3' });
  await call('POST', '/parse', { body: { text: 'what is this?' } });
  await call('GET', '/parse/fields');

  const where = { type: 'syslog', name: 'Lab', host: '127.0.0.1', port: receiver.port, protocol: 'tcp' };
  const id = String((await call('POST', '/destinations', { body: where })).body['id']);
  await call('GET', '/destinations');
  await call('GET', '/destinations/{id}', { id });
  await call('PUT', '/destinations/{id}', { id, body: where });
  await call('PATCH', '/destinations/{id}', { id, body: { name: 'Lab 2' } });
  await call('POST', '/destinations/{id}/test', { id });

  const upload = { id: String((await call('POST', '/uploads', { query: '?name=a.log', file: LINES })).body['id']) };
  await call('GET', '/uploads');
  await call('GET', '/uploads/{id}', upload);
  await call('PATCH', '/uploads/{id}', { ...upload, body: { name: 'b.log' } });
  await call('GET', '/uploads/{id}/preview', { ...upload, query: '?limit=5' });
  await call('GET', '/uploads/{id}/content', upload);
  await call('DELETE', '/uploads/{id}', upload);

  const wanted = { destination_id: id, product_id: 'cisco_asa', continuous: true, rate: 100 };
  const send = String((await call('POST', '/sends', { body: wanted })).body['id']);
  await waitFor(() => (receiver.messages.length > 5 ? true : undefined));
  await call('POST', '/sends/{id}/pause', { id: send });
  await call('POST', '/sends/{id}/resume', { id: send });
  await call('POST', '/sends/{id}/cancel', { id: send });
  await client.ended(send);
  await call('GET', '/sends');
  await call('GET', '/sends/{id}', { id: send });
  await call('GET', '/sends/{id}/events', { id: send });
  await call('GET', '/sends/{id}/result', { id: send });
  await call('GET', '/sends/{id}/log', { id: send, query: '?limit=5' });
  await call('GET', '/sends/{id}/export', { id: send });
  await call('DELETE', '/destinations/{id}', { id });

  const documented = Object.values(document.paths).flatMap((methods) =>
    Object.values(methods).map(({ operationId }) => operationId),
  );
  expect([...called].toSorted()).toEqual(documented.toSorted());
});

it.each([
  ['GET', '/products/{id}', { id: 'none' }, 404],
  ['POST', '/sends', { body: {} }, 400],
  ['POST', '/sends/{id}/pause', { id: 'none' }, 404],
  ['GET', '/sends/{id}/log', { id: 'none' }, 404],
  ['POST', '/destinations', { body: { type: 'carrier pigeon' } }, 400],
  ['GET', '/export', {}, 400],
  ['POST', '/uploads', { file: '' }, 422],
  ['PATCH', '/uploads/{id}', { id: 'none', body: {} }, 404],
  ['POST', '/scenarios', { body: { ...STORY, phases: [] } }, 400],
  ['POST', '/scenarios/try', { body: [] }, 400],
  ['PUT', '/scenarios/{id}', { id: 'mfa_fatigue', body: STORY }, 403],
  ['DELETE', '/scenarios/{id}', { id: 'mfa_fatigue' }, 403],
  ['DELETE', '/scenarios/{id}', { id: 'custom-none' }, 404],
  ['GET', '/scenarios/{id}/source', { id: 'none' }, 404],
] as const)('answers %s %s with a documented problem', async (method, path, what, status) => {
  expect((await call(method, path, what)).status).toBe(status);
});

it('shows the documentation to anybody, and nothing else', async () => {
  for (const path of ['docs', 'docs/swagger-ui.css', 'openapi.json'])
    expect((await fetch(`${backend.url}/api/v1/${path}`)).status).toBe(200);
  for (const path of ['docs/..%2fbackend.cjs', 'docs/package.json', 'products'])
    expect([401, 404]).toContain((await fetch(`${backend.url}/api/v1/${path}`)).status);
});
