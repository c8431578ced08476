import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { closedLoop } from '../../bench/closed-loop.mjs';
import { age, launchesBefore, platformBefore, spreadAudit, usageBefore } from './past.mjs';

const PEOPLE = [
  'Ada Lovelace',
  'Grace Hopper',
  'Alan Turing',
  'Katherine Johnson',
  'Edsger Dijkstra',
  'Barbara Liskov',
  'Donald Knuth',
  'Margaret Hamilton',
  'Tim Berners-Lee',
  'Radia Perlman',
  'Dennis Ritchie',
  'Frances Allen',
  'Ken Thompson',
  'Sophie Wilson',
];
/** Whose sessions have ended, with volumes that are kept. */
const LEFT = ['Leslie Lamport', 'Adele Goldberg'];
const mailOf = (name) => `${name.toLowerCase().replaceAll(' ', '.')}@example.org`;

/** As people make them at an event: sessions in different states, places that are kept, a pool, a message, and what was before. */
export async function eventDay(platform) {
  const { store, signal } = platform;
  // The regular round would find out what is made up.
  await store.set('lock:reconcile', 'screenshots', 'PX', 600_000);
  const launched = [];
  const launch = async (name, index) => {
    const metadata = { table: String((index % 6) + 1), team: ['blue', 'red', 'green'][index % 3] };
    const { status, body } = await platform.request('POST', '/api/sessions', { user_id: mailOf(name), metadata });
    if (status !== 201) throw new Error(`The launch for ${name} answered ${status}: ${body.detail}`);
    return body;
  };
  const { errors } = await closedLoop(
    async (index) => {
      launched[index] = await launch(PEOPLE[index], index);
    },
    { count: PEOPLE.length, clients: 3, signal },
  );
  if (errors.length > 0) throw errors[0];
  for (const [index, name] of LEFT.entries()) await platform.end(await launch(name, index));

  for (const [index, { session_id: id }] of launched.entries()) await age(store, id, 52 - 3 * index);
  await age(store, launched[6].session_id, 23.25 * 60);
  await organise(platform, launched);

  const lab = await openLab();
  for (const session of launched.slice(0, 3)) await sendEvents(session, lab.port);
  const now = Date.now();
  // Before the first look at the dashboard, which keeps what it has read of launches.
  await launchesBefore(store, now);
  await spreadAudit(store, now);
  const host = await untilRead(platform);
  await platformBefore(store, now, { host, sessions: PEOPLE.length });
  await usageBefore(store, now, await store.hget(`session:${launched[0].session_id}`, 'instance_id'));
  await store.hset(`session:${launched[9].session_id}`, { error: 'The frontend did not answer for 20 s' });
  await creating(store, launched[0].session_id);
  return { session: launched[0], close: () => lab.close() };
}

/** What organisers do in the course of a morning. */
async function organise(platform, launched) {
  const of = (index) => `/sessions/${launched[index].session_id}`;
  const sent = async (path, body) => {
    const { status, body: answer } = await platform.asAdmin('POST', `/api/admin${path}`, body);
    if (status >= 300) throw new Error(`POST ${path} answered ${status}: ${answer.detail}`);
  };
  await platform.admin('PUT', '/pool', {
    plan: [
      { at: '08:45', keep: 12 },
      { at: '18:00', keep: 0 },
    ],
  });
  await platform.fillPool(4);
  await platform.admin('PUT', '/config', { max_sessions: 40 });
  const csv = 'user_id,hours,table\nlinus@example.org,8,4\nmaria@example.org,8,4\nchen.wei@example.org,8,5\n';
  await sent('/roster', { mode: 'reserve', csv });
  await platform.admin('PUT', '/config', { features: { rate_limit: 500 } });
  await sent(`${of(3)}/extend`, { hours: 4 });
  await platform.admin('PUT', '/config', { features: { rate_limit: 200 } });
  await sent(`${of(0)}/config`, { features: { max_events: 50_000 } });
  await sent(`${of(5)}/restart`);
  const text = 'Lunch is served in hall 2 until 13:30. Your instances go on meanwhile.';
  await sent('/messages', { text, severity: 'info', minutes: 240 });
}

/** Where attendees send their events. */
async function openLab() {
  const socket = createSocket('udp4').bind(0, '127.0.0.1');
  await once(socket, 'listening');
  return { port: socket.address().port, close: () => socket.close() };
}

async function sendEvents({ backend_url: url, access_token: token }, port) {
  const ask = async (path, body) => {
    const response = await fetch(new URL(path, url), {
      headers: { 'x-api-key': token, 'content-type': 'application/json' },
      ...(body && { method: 'POST', body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response.json();
  };
  const { products } = await ask('products');
  const lab = { name: 'Lab SIEM', type: 'syslog', host: '127.0.0.1', port, protocol: 'udp' };
  const { id } = await ask('destinations', lab);
  for (const product of products.slice(0, 3)) {
    await ask('sends', { destination_id: id, product_id: product.id, count: 2_000, rate: 25 });
  }
}

/** The host's figures, once there are two readings of the instances. */
async function untilRead(platform) {
  for (;;) {
    const { host, instances } = await platform.admin('GET', '/dashboard');
    if (typeof host?.cpu_percent === 'number' && typeof instances?.cpu_percent === 'number') return host;
    await sleep(500, undefined, { signal: platform.signal });
  }
}

/** A session on its way, which stays there. */
async function creating(store, like) {
  const record = await store.hgetall(`session:${like}`);
  const id = 'hedy-lamarr-5c0e77d1';
  const now = Date.now();
  await store.hset(`session:${id}`, {
    ...record,
    session_id: id,
    instance_id: '5c0e77d1',
    user_id: 'hedy.lamarr@example.org',
    status: 'creating',
    step: 'starting',
    created_at: now,
    expires_at: now + 24 * 3_600_000,
  });
  await store.hdel(`session:${id}`, 'frontend_port', 'backend_port', 'error');
  await store.zadd('sessions:expiry', now + 24 * 3_600_000, id);
  await store.sadd('sessions:user:hedy.lamarr@example.org', id);
}
