import { EventStream } from '../support/event-stream';
import { startBehindGateway, type Behind } from '../support/gateway';
import { until } from '../support/platform';

let behind: Behind;
beforeAll(async () => {
  behind = await startBehindGateway();
});
afterAll(() => behind.stop());

/** A session whose attendee follows a send, and what they follow it by. */
async function followed() {
  const { platform, gateway } = behind;
  const { body: session } = await platform.create('ada');
  const api = `/session/${session.session_id}/backend/api/v1`;
  const headers = { 'x-api-key': session.access_token as string, 'content-type': 'application/json' };
  const post = async (path: string, body: object) =>
    JSON.parse((await gateway.ask(api + path, { method: 'POST', headers, body: JSON.stringify(body) })).text);
  const destination = { name: 'away', type: 'syslog', host: '192.0.2.1', port: 514, protocol: 'udp' };
  const { id: destinationId } = await post('/destinations', destination);
  const send = { destination_id: destinationId, product_id: 'nginx_access', continuous: true, rate: 5 };
  const { id } = await post('/sends', send);
  const stream = await EventStream.open(`${gateway.origin}${api}/sends/${id}/events`, headers);
  await until(() => stream.events.length >= 3, 10_000);
  return { session, stream };
}

// By Docker it takes half a second from the end to this.
it('is over when its session has been ended', async () => {
  const { session, stream } = await followed();
  await behind.platform.end(session);
  await until(() => stream.hasEnded, 3_000);
});

it('is over a few seconds after its session has expired', async () => {
  const { session, stream } = await followed();
  const at = Date.now() + 1_000;
  const { client } = behind.platform.redis;
  await client.hset(`session:${session.session_id}`, 'expires_at', String(at));
  await client.zadd('sessions:expiry', at, session.session_id);
  await until(() => stream.hasEnded, 10_000);
});
