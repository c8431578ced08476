import { createParser } from 'eventsource-parser';
import { ADMIN, until, type TestPlatform } from '../platform';
import type { ReadAnswer } from './answers';
import type { Endpoint } from './document';
import type { Draft, PathValue } from './requests';

/** Sessions and tickets at a time: few, because each session is two processes. */
export const SMALL = { MAX_TOTAL_SESSIONS: '2', WAITING_ROOM_SIZE: '1', SESSION_TTL_HOURS: '1' };

/** How long a stream of events is read. */
const LISTEN_MS = 150;

/** A running platform with something in it, what it has told about itself, and who may ask. */
export class World {
  /** Ids by the name of their field, the newest first; and the token that opens each. */
  private readonly known = new Map<string, string[]>();
  private readonly tokens = new Map<string, string>();
  private adminToken = '';

  constructor(private readonly platform: TestPlatform) {}

  /** Brings a session that runs, a full house and a ticket about, whatever was done to them. */
  async restore(): Promise<void> {
    const keys = await this.platform.redis.client.keys('auth:*');
    if (keys.length > 0) await this.platform.redis.client.del(keys);
    const login = await this.platform.request('POST', '/api/admin/login', {
      username: 'admin',
      password: 'techsummit2025',
    });
    this.adminToken = login.body.access_token;
    await this.platform.admin('PUT', '/pool', { target: 0, plan: [] });
    const limits = { max_sessions: 2, max_sessions_per_user: 5, session_ttl_hours: 1, event_access_code: null };
    await this.platform.admin('PUT', '/config', limits);
    await until(() => this.isFilled());
  }

  /** Does the next step towards a session with a ticket beside it; resolves to whether both are there. */
  private async isFilled(): Promise<boolean> {
    // A ticket may have become a session meanwhile.
    const [ticket, session] = [await this.isOwned('ticket'), await this.isOwned('session')];
    if (ticket && session) return true;
    const sessions = await this.platform.activeSessions();
    // One that is still being started is neither there nor in the way: on a slow machine it would be ended over and over.
    if (sessions.some(({ status }) => status === 'creating')) return false;
    const { status, body } = await this.platform.create('fuzz', { prefer: 'respond-async, waiting-room' });
    this.learn(body);
    const isFull = status === 503 || status === 429;
    if (isFull || (body.ticket_id !== undefined && !session)) await this.end(sessions[0]);
    return false;
  }

  /** Lets the next creation find a place: the one who waits gets the other. */
  async makeRoom(): Promise<void> {
    await this.platform.endSessions();
  }

  /** Keeps a place whose token is then the last one that was learned, with room for it. */
  async keepPlace(): Promise<void> {
    await this.platform.admin('PUT', '/config', { max_sessions: 4 });
    await this.makeRoom();
    const { body } = await this.platform.admin('POST', '/roster', { csv: 'kept', mode: 'reserve' });
    this.learn(body);
  }

  private async end(session: { session_id: string } | undefined): Promise<void> {
    if (session !== undefined) await this.platform.admin('DELETE', `/sessions/${session.session_id}`);
  }

  private async read(kind: 'session' | 'ticket', body: Record<string, string>): Promise<string | undefined> {
    const id = body[`${kind}_id`] ?? '';
    const answer = await this.platform.get(`/api/${kind}s/${id}`, this.tokens.get(id));
    this.learn(answer.body);
    return answer.body.status;
  }

  /** Whether something of this kind is alive whose token is known; it is then the one that is asked for most. */
  private async isOwned(kind: 'session' | 'ticket'): Promise<boolean> {
    const name = `${kind}_id`;
    for (const id of this.known.get(name) ?? []) {
      if (!this.tokens.has(id)) continue;
      if (!['active', 'waiting'].includes((await this.read(kind, { [name]: id })) ?? '')) continue;
      this.remember(name, id);
      return true;
    }
    return false;
  }

  /** Keeps the ids and tokens that an answer tells. */
  learn(body: unknown): void {
    if (typeof body !== 'object' || body === null) return;
    const fields = Object.entries(body);
    const { session_token: shown, ticket_id: ticket = '', link } = body as Record<string, string | undefined>;
    const token = shown ?? tokenOf(link) ?? this.tokens.get(ticket);
    for (const [name, value] of fields) {
      if (typeof value === 'object') this.learn(value);
      else if (name.endsWith('_id') && typeof value === 'string' && name !== 'user_id') {
        this.remember(name, value);
        if (token !== undefined) this.tokens.set(value, token);
      }
    }
  }

  private remember(name: string, id: string): void {
    const others = (this.known.get(name) ?? []).filter((other) => other !== id);
    this.known.set(name, [id, ...others].slice(0, 8));
  }

  /** Sends a request, learns from its answer and hands it back. */
  async send(endpoint: Endpoint, draft: Draft): Promise<ReadAnswer> {
    const ids = Object.fromEntries(
      Object.entries(draft.path).map(([name, value]) => [name, this.idOf(endpoint, name, value)]),
    );
    const path = endpoint.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => ids[name] ?? '');
    const authorization = this.authorization(draft.caller, Object.values(ids).at(-1) ?? '');
    const { body } = draft;
    const response = await fetch(`${this.platform.origin}${path}${draft.query === '' ? '' : `?${draft.query}`}`, {
      method: endpoint.method,
      headers: {
        ...draft.headers,
        ...(authorization === undefined ? {} : { authorization }),
        ...(body?.type === undefined ? {} : { 'content-type': body.type }),
      },
      // Bytes have no type of their own that fetch would add.
      ...(body === undefined ? {} : { body: Buffer.from(body.text) }),
      redirect: 'manual',
      signal: AbortSignal.timeout(40_000),
    });
    const answer = await readAnswer(response);
    if (answer.headers.get('content-type')?.startsWith('application/json') === true)
      this.learn(JSON.parse(answer.text));
    return answer;
  }

  /** `{id}` after `sessions` is a `session_id`. */
  private idOf({ path }: Endpoint, name: string, value: PathValue): string {
    if ('raw' in value) return value.raw;
    const before = path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1) ?? '';
    const known = this.known.get(`${before.replace(/s$/, '')}_id`) ?? [];
    return encodeURIComponent(known[Math.max(0, value.known - 2) % Math.max(1, known.length)] ?? 'unknown');
  }

  private authorization(caller: Draft['caller'], id: string): string | undefined {
    switch (caller) {
      case 'nobody':
        return undefined;
      case 'stranger':
        return `Bearer ${'x'.repeat(43)}`;
      case 'guesser':
        return `Basic ${Buffer.from('guesser:wrong').toString('base64')}`;
      case 'garbled':
        return 'Basic :::';
      case 'owner':
        return `Bearer ${this.tokens.get(id) ?? [...this.tokens.values()].at(-1) ?? 'none'}`;
      case 'organiser':
        return ADMIN;
      case 'organiser with token':
        return `Bearer ${this.adminToken}`;
    }
  }
}

/** The token in a link that organisers hand out. */
const tokenOf = (link = ''): string | undefined => /#(?:.*&token|reservation)=([\w-]+)$/.exec(link)?.[1];

async function readAnswer(response: Response): Promise<ReadAnswer> {
  const { status, headers } = response;
  if (headers.get('content-type')?.startsWith('text/event-stream') !== true) {
    return { status, headers, text: await response.text() };
  }
  const events: string[] = [];
  const parser = createParser({ onEvent: ({ data }) => events.push(data) });
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const timer = setTimeout(() => void reader.cancel(), LISTEN_MS);
  const decoder = new TextDecoder();
  for (let next = await reader.read(); !next.done; next = await reader.read())
    parser.feed(decoder.decode(next.value, { stream: true }));
  clearTimeout(timer);
  return { status, headers, text: '', events };
}
