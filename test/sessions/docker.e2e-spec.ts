import { createServer, type Server } from 'node:net';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { docker, remains } from '../support/docker';
import { syslogReceiver } from '../support/syslog-receiver';
import { TestPlatform, until } from '../support/platform';
import { CutProxy } from '../support/orchestrator/cut-proxy';

let platform: TestPlatform;
let engine: CutProxy;
beforeAll(async () => {
  engine = await CutProxy.open('/var/run/docker.sock');
  platform = await TestPlatform.start({
    DRIVER: 'docker',
    DOCKER_SOCKET: engine.path,
    SESSION_SUBNET_POOL: '10.215.0.0/16',
    MAX_TOTAL_SESSIONS: '5',
  });
});
afterAll(async () => {
  await platform.stop();
  await engine.close();
});

const sessions = () => platform.activeSessions();
const endAll = async () => {
  await Promise.all((await sessions()).map(({ session_id: id }) => platform.admin('DELETE', `/sessions/${id}`)));
  await until(async () => (await sessions()).length === 0, 60_000);
};
const nothingIsLeft = async () => {
  expect(await remains(platform.deployment)).toEqual([]);
  expect(await platform.leftovers()).toEqual([]);
  expect(await platform.redis.client.smembers('allocated_ports')).toEqual([]);
};

it('gives 20 parallel launches against a cap of 5 exactly 5 sessions, and leaves nothing', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, i) => platform.create(`crowd-${i}`)));
  const made = answers.filter(({ status }) => status === 201).map(({ body }) => body);
  expect([made.length, answers.filter(({ status }) => status === 503).length]).toEqual([5, 15]);
  for (const session of made) {
    expect((await fetch(`${session.backend_url}health`)).status).toBe(200);
    expect(await docker('ps', '--filter', `label=session_id=${session.session_id}`, '--format', '{{.Names}}')).toEqual(
      expect.arrayContaining([`jarvis-${session.session_id}-frontend`, `jarvis-${session.session_id}-backend`]),
    );
  }
  expect(
    await docker(
      'ps',
      '-q',
      '--filter',
      'label=managed_by=jarvis_session_manager',
      '--filter',
      `label=deployment=${platform.deployment}`,
    ),
  ).toHaveLength(10);
  await Promise.all(made.map((session) => platform.end(session)));
  await nothingIsLeft();
});

it('keeps destinations over a restart of the containers', async () => {
  const { body } = await platform.create('keeper');
  const headers = { 'x-api-key': body.access_token, 'content-type': 'application/json' };
  const destination = { name: 'Lab', type: 'syslog', host: '10.99.0.7', port: 5514, protocol: 'udp' };
  const made = await fetch(`${body.backend_url}destinations`, {
    method: 'POST',
    headers,
    body: JSON.stringify(destination),
  });
  expect(made.status).toBe(201);
  await docker('restart', '-t', '5', `jarvis-${body.session_id}-backend`, `jarvis-${body.session_id}-frontend`);
  await until(async () => (await fetch(`${body.backend_url}health`).catch(() => undefined))?.status === 200);
  const list = await fetch(`${body.backend_url}destinations`, { headers });
  expect(JSON.stringify(await list.json())).toContain('"Lab"');
  await platform.end(body);
});

it("keeps an attendee's events away from the platform's own addresses, and lets them go to a receiver elsewhere", async () => {
  const { body } = await platform.create('curious');
  const ask = async (path: string, sent: object) => {
    const answer = await fetch(`${body.backend_url}${path}`, {
      method: 'POST',
      headers: { 'x-api-key': body.access_token, 'content-type': 'application/json' },
      body: JSON.stringify(sent),
    });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  const frontend = `jarvis-${body.session_id}-frontend`;
  const [inspected = ''] = await docker(
    'inspect',
    frontend,
    '-f',
    '{{range .NetworkSettings.Networks}}{{.Gateway}} {{.IPAddress}}{{end}}',
  );
  const [gateway = '', address = ''] = inspected.split(' ');
  expect([gateway, address]).toEqual([expect.stringMatching(/^10\.215\./), expect.stringMatching(/^10\.215\./)]);
  const syslog = (host: string, protocol: string) => ({
    type: 'syslog',
    name: `${host} ${protocol}`,
    host,
    port: 8000,
    protocol,
  });
  for (const host of [gateway, address, '127.0.0.1', '169.254.169.254']) {
    const hec = { type: 'hec', name: host, url: `http://${host}:8000`, token: 't' };
    for (const destination of [syslog(host, 'tcp'), syslog(host, 'udp'), hec])
      expect(await ask('destinations', destination)).toMatchObject({ status: 400, body: { code: 'invalid' } });
  }
  const byName = { type: 'hec', name: 'by name', url: `http://${frontend}:8000`, token: 't' };
  for (const destination of [syslog(frontend, 'tcp'), syslog(frontend, 'udp'), syslog('localhost', 'tcp'), byName]) {
    const made = await ask('destinations', destination);
    const tested = await ask(`destinations/${String(made.body['id'])}/test`, {});
    expect(tested.body).toMatchObject({ ok: false });
    expect(tested.body['message']).toMatch(/and that is an address of the platform or of its cloud/);
  }
  const [elsewhere = ''] = await docker('network', 'inspect', 'bridge', '-f', '{{(index .IPAM.Config 0).Gateway}}');
  const receiver = await syslogReceiver(elsewhere);
  const lab = await ask('destinations', { ...syslog(elsewhere, 'tcp'), port: receiver.port });
  expect((await ask(`destinations/${String(lab.body['id'])}/test`, {})).body).toMatchObject({ ok: true });
  await until(() => receiver.messages.length === 1);
  await receiver.close();
  await platform.end(body);
});

it('sets a port aside that another program holds, and starts on another', async () => {
  const first = Number(platform.environment['PORT_RANGE_START']);
  const free = (await platform.redis.client.lrange('ports:free', '0', '1')).map(Number);
  expect(free[0]).toBeGreaterThanOrEqual(first);
  const squatters = await Promise.all(free.map(squat));
  try {
    const { status, body } = await platform.create('displaced');
    expect(status).toBe(201);
    expect(free).not.toContain(Number(new URL(body.frontend_url).port));
    expect(free).not.toContain(Number(new URL(body.backend_url).port));
    await platform.end(body);
    await nothingIsLeft();
  } finally {
    for (const squatter of squatters) squatter.close();
  }
});

it('leaves a container stopped that somebody stopped by hand, over a restart of the manager too', async () => {
  const { body } = await platform.create('stopped');
  const name = `jarvis-${body.session_id}-backend`;
  const state = async () => (await sessions())[0]?.containers.backend as string;
  await docker('stop', '-t', '1', name);
  await until(async () => (await state()) === 'exited');
  await platform.stopManager();
  await platform.startManager();
  await sleep(3_000);
  expect(await docker('inspect', '-f', '{{.State.Status}}', name)).toEqual(['exited']);
  await docker('start', name);
  await until(async () => (await state()) === 'running');
  await platform.end(body);
});

it('ends the session of containers that were removed by hand, and frees all that was theirs', async () => {
  const { body } = await platform.create('removed');
  await docker('rm', '-f', `jarvis-${body.session_id}-backend`, `jarvis-${body.session_id}-frontend`);
  await until(
    async () => (await platform.get(`/api/sessions/${body.session_id}`, body.session_token)).status === 410,
    60_000,
  );
  expect((await platform.get(`/api/sessions/${body.session_id}`, body.session_token)).body.reason).toBe('lost');
  await nothingIsLeft();
});

it('adopts running containers after FLUSHALL, and removes what is incomplete', async () => {
  const [kept, broken] = (await Promise.all(['kept', 'broken'].map((user) => platform.create(user)))).map(
    ({ body }) => body,
  );
  await platform.stopManager();
  await platform.redis.client.flushall();
  await docker('rm', '-f', `jarvis-${broken.session_id}-frontend`);
  await platform.startManager();
  await until(async () => (await sessions()).length === 1);
  expect((await platform.get(`/api/sessions/${kept.session_id}`, kept.session_token)).body).toMatchObject({
    status: 'active',
    frontend_url: kept.frontend_url,
  });
  await until(async () => (await remains(platform.deployment)).every((name) => name.includes(kept.session_id)));
  await platform.end(kept);
  await nothingIsLeft();
});

it.each([600, 2_500])(
  'kill -9 %i ms into ten creations leaves each session active or ended, and nothing else',
  async (ms) => {
    await Promise.allSettled(
      Array.from({ length: 10 }, (_, i) => platform.create(`crash-${i}`, { prefer: 'respond-async' })),
    );
    await sleep(ms);
    await platform.killManager();
    await platform.startManager();
    await until(async () => (await sessions()).every(({ status }) => status === 'active'), 60_000);
    const alive = await sessions();
    expect(alive).toHaveLength(5);
    expect(await docker('ps', '-q', '--filter', `label=deployment=${platform.deployment}`)).toHaveLength(10);
    await endAll();
    await nothingIsLeft();
  },
);

it('answers 503 while Docker is away, keeps what it has, and recovers by itself', async () => {
  const { body } = await platform.create('patient');
  await engine.cut();
  await until(async () => (await platform.get('/api/health')).body.engine.status === 'down');
  expect((await platform.get('/api/health')).body.status).toBe('degraded');
  const refused = await platform.create('during');
  expect([refused.status, refused.body.code]).toEqual([503, 'engine_unavailable']);
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await platform.get(`/api/sessions/${body.session_id}`, body.session_token)).status).toBe(200);
  expect((await fetch(`${body.backend_url}health`)).status).toBe(200);
  await engine.mend();
  await until(async () => (await platform.get('/api/health')).body.status === 'healthy');
  expect((await platform.create('afterwards')).status).toBe(201);
  await endAll();
  await nothingIsLeft();
});

it.each([
  ['control groups, without asking Docker for each container', '/sys/fs/cgroup', false],
  ['Docker where CGROUP_ROOT shows none of its containers', '/tmp/jarvis-there-are-no-groups', true],
])('shows what the containers of a session take, told by %s', async (_, root, asks) => {
  await platform.stopManager();
  await platform.startManager({ CGROUP_ROOT: root });
  engine.requests.length = 0;
  const { body: session } = await platform.create('measured');
  const usage = async () => (await platform.admin('GET', `/sessions/${session.session_id}/usage`)).body;
  await until(async () => typeof (await usage()).samples.at(-1)?.backend?.cpu_percent === 'number', 60_000);
  const { samples, backend_memory_limit_bytes: limit } = await usage();
  expect(samples.at(-1).backend.memory_bytes).toBeGreaterThan(5_000_000);
  expect(samples.at(-1).backend.memory_bytes).toBeLessThan(limit);
  const { instances, host } = (await platform.admin('GET', '/dashboard')).body;
  expect(instances.instances).toBe(1);
  expect(instances.memory_bytes).toBeLessThan(host.memory_bytes);
  expect(engine.requests.some((line) => line.includes('/stats'))).toBe(asks);
  await endAll();
});

it('says which image is missing, and leaves nothing of the try', async () => {
  await platform.stopManager();
  await platform.startManager({ BACKEND_IMAGE: 'jarvis-no-such-image:none' });
  const health = await platform.get('/api/health');
  expect(health.body.warnings).toContainEqual({
    code: 'image_missing',
    severity: 'critical',
    action: expect.any(String),
    message: expect.stringContaining('jarvis-no-such-image:none'),
  });
  const { status, body } = await platform.create('unlucky');
  expect([status, body.code]).toEqual([502, 'launch_failed']);
  expect(body.detail).toContain('jarvis-no-such-image:none');
  await until(async () => (await sessions()).length === 0);
  await nothingIsLeft();
  await platform.stopManager();
  await platform.startManager();
});

async function squat(port: number): Promise<Server> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return server;
}
