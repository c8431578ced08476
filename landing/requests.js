import { retryAfter } from './clock.js';

const TIMEOUT_MS = 20_000;
const SILENCE_MS = 30_000;
const FIRST_WORD_MS = 5000;

/** The server understood and said no; `code` and `detail` come from its problem document. */
export class Problem extends Error {
  constructor(status, { code = 'unknown', detail = '', reason, errors = [] }, wait) {
    super(detail || `HTTP ${status}`);
    Object.assign(this, { status, code, detail, reason, errors, wait });
  }
}

/** Nobody could answer: worth trying again. `kind` is network, platform or busy; `wait` is what the server asked for, in ms. */
export class Away extends Error {
  constructor(kind, wait, options) {
    super(kind, options);
    Object.assign(this, { kind, wait });
  }
}

let skew = 0;
/** Now by the server's clock: an attendee's may be wrong. */
export const serverNow = () => Date.now() + skew;

const problemOf = async (response) => {
  try {
    const body = await response.json();
    return typeof body?.code === 'string' ? body : null;
  } catch {
    return null;
  }
};

/** Codes of a platform that has no place: waiting is up to the person. */
export const FULL = ['full', 'line_full'];

/** Codes of a 429 that waiting alone does not mend. */
const NOT_BUSY = ['user_limit', 'too_many_wrong_codes', 'rotated_just_now'];

/** The error that a failed response stands for; a 503 with one of the `final` codes is an answer. */
const refusal = async (response, final) => {
  const wait = retryAfter(response.headers.get('retry-after'));
  const body = await problemOf(response);
  if (response.status === 429 && !NOT_BUSY.includes(body?.code)) return new Away('busy', wait);
  if (response.status === 503 && !final.includes(body?.code)) return new Away(body ? 'platform' : 'network', wait);
  if (!body && (response.status >= 500 || response.status === 404)) return new Away('network', wait);
  return new Problem(response.status, body ?? {}, wait);
};

let root = '/api';

/** A plain web server has the pages and no API: then the session manager is at its own port of the same host. */
const fetchApi = async (path, options) => {
  const response = await fetch(root + path, options);
  const isPlain = [404, 405].includes(response.status) && !response.headers.get('content-type')?.includes('json');
  if (!isPlain || root !== '/api') return response;
  root = `${location.protocol}//${location.hostname}:9001/api`;
  return fetch(root + path, options);
};

const send = async (path, { method = 'GET', token, headers = {}, body, signal, final = FULL }) => {
  const response = await fetchApi(path, {
    method,
    ...(body && { body: JSON.stringify(body) }),
    signal,
    cache: 'no-store',
    credentials: 'same-origin',
    headers: {
      accept: 'application/json',
      ...(token && { authorization: `Bearer ${token}` }),
      ...(body && { 'content-type': 'application/json' }),
      ...headers,
    },
  }).catch((cause) => {
    throw new Away('network', null, { cause });
  });
  const ahead = Date.parse(response.headers.get('date') ?? '') - Date.now();
  skew = Math.abs(ahead) > 2000 ? ahead : 0;
  if (!response.ok) throw await refusal(response, final);
  return response;
};

/** One request to the API: its JSON, or a Problem, or Away; throws the signal's reason when the caller gave up. */
const ask = async (path, options = {}) => {
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  const { signal } = options;
  try {
    const response = await send(path, { ...options, signal: signal ? AbortSignal.any([signal, timeout]) : timeout });
    return await response.json();
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof Problem || error instanceof Away) throw error;
    throw new Away('network', null, { cause: error });
  }
};

const within = (promise, ms) => {
  let timer;
  const late = new Promise((resolve) => {
    timer = setTimeout(resolve, ms, 'late');
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
};

/** The `data:` lines of one server-sent event as a value, or null for a comment. */
export const eventData = (block) => {
  const data = block
    .split(/\r?\n/)
    .filter((line) => line.startsWith('data:'))
    .map((line) => line.slice(5).trim())
    .join('\n');
  return data ? JSON.parse(data) : null;
};

/** Changes of a session or a ticket as they come. Ends when the server closes the stream or stays silent for long; the first answer must come soon. */
async function* events(path, token, signal) {
  const hangUp = new AbortController();
  const until = AbortSignal.any([signal, hangUp.signal]);
  try {
    const opening = send(`${path}/events`, { token, signal: until, headers: { accept: 'text/event-stream' } });
    const response = await within(opening, FIRST_WORD_MS);
    if (response === 'late') {
      opening.catch(() => {});
      return;
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = '';
    let patience = FIRST_WORD_MS;
    for (;;) {
      const reading = reader.read();
      const chunk = await within(reading, patience);
      if (chunk === 'late') {
        reading.catch(() => {});
        return;
      }
      if (chunk.done) return;
      patience = SILENCE_MS;
      const blocks = (text + chunk.value).split(/\r?\n\r?\n/);
      text = blocks.pop();
      for (const block of blocks) {
        const data = eventData(block);
        if (data) yield data;
      }
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Problem || error instanceof Away) throw error;
    throw new Away('network', null, { cause: error });
  } finally {
    hangUp.abort();
  }
}

const sessionAt = (id) => `/sessions/${encodeURIComponent(id)}`;
const ticketAt = (id) => `/tickets/${encodeURIComponent(id)}`;

export const api = {
  messages: (signal) => ask('/messages', { signal }),
  capacity: (signal) => ask('/capacity', { signal }),
  health: (signal) =>
    fetchApi('/health', { signal, cache: 'no-store' }).then((response) =>
      response.headers.get('content-type')?.includes('json') ? response.json() : Promise.reject(new Away('network')),
    ),
  create: ({ key, userId, code }, signal) =>
    ask('/sessions', {
      method: 'POST',
      signal,
      headers: { prefer: 'respond-async, waiting-room', 'idempotency-key': key },
      body: { user_id: userId, ...(code && { access_code: code }) },
    }),
  claim: (token, signal) => ask('/reservations/claim', { method: 'POST', token, signal }),
  own: (token, signal) => ask('/sessions', { token, signal }),
  get: ({ id, token }, signal) => ask(sessionAt(id), { token, signal }),
  extend: ({ id, token }, signal) => ask(`${sessionAt(id)}/extend`, { method: 'POST', token, signal, body: {} }),
  rotateKeys: ({ id, token, key }, signal) =>
    ask(`${sessionAt(id)}/rotate-keys`, {
      method: 'POST',
      token,
      signal,
      headers: { prefer: 'respond-async', 'idempotency-key': key },
      final: ['engine_unavailable'],
    }),
  end: ({ id, token }, signal) => ask(sessionAt(id), { method: 'DELETE', token, signal }),
  events: ({ id, token }, signal) => events(sessionAt(id), token, signal),
  ticket: ({ id, token }, signal) => ask(ticketAt(id), { token, signal }),
  leave: ({ id, token }, signal) => ask(ticketAt(id), { method: 'DELETE', token, signal }),
  ticketEvents: ({ id, token }, signal) => events(ticketAt(id), token, signal),
};
