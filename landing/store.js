/**
 * What this browser remembers: the session's token and id, a place in line, its own random user id, and a launch or a link that has not
 * been answered yet, or an exchange of keys; and in this tab alone the event's access code. Where localStorage is blocked it remembers in memory and `lasting` is false.
 */
const TOKEN = 'jarvis_session_token';
const ID = 'jarvis_session_id';
const USER = 'jarvis_user_id';
const LAUNCH = 'jarvis_launch';
const TICKET = 'jarvis_ticket';
const LINK = 'jarvis_link';
const ROTATION = 'jarvis_rotation';
const CODE = 'jarvis_access_code';
const LAUNCH_AGE_MS = 10 * 60_000;
/** The server knows an exchange of keys by its key for that long, or longer. */
const ROTATION_AGE_MS = 60 * 60_000;

const inMemory = (memory = new Map()) => ({
  getItem: (key) => memory.get(key) ?? null,
  setItem: (key, value) => memory.set(key, value),
  removeItem: (key) => memory.delete(key),
});

const open = (name) => {
  try {
    const storage = window[name];
    storage.setItem('jarvis_probe', '1');
    storage.removeItem('jarvis_probe');
    return { storage, lasting: true };
  } catch {
    return { storage: inMemory(), lasting: false };
  }
};

const { storage, lasting } = open('localStorage');
const { storage: tab } = open('sessionStorage');

/** Random hex; `crypto.randomUUID` is missing on plain HTTP addresses other than localhost. */
const randomHex = (bytes) =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (b) => b.toString(16).padStart(2, '0')).join('');

const readJson = (key) => {
  try {
    return JSON.parse(storage.getItem(key));
  } catch {
    return null;
  }
};

/** What was begun at its `at`, while it is younger than `ageMs`; else null. */
const readYoung = (key, ageMs) => {
  const begun = readJson(key);
  return begun && Date.now() - begun.at < ageMs ? begun : null;
};

const readLaunch = () => readYoung(LAUNCH, LAUNCH_AGE_MS);

export const store = {
  lasting,

  session: () => ({ id: storage.getItem(ID), token: storage.getItem(TOKEN) }),

  /** Keeps a session; an exchange of other keys than its own is over, or given up for it. */
  keepSession({ id, token }) {
    storage.setItem(ID, id);
    storage.setItem(TOKEN, token);
    if (readJson(ROTATION)?.token !== token) storage.removeItem(ROTATION);
  },

  /** Forgets a session, unless another tab has put a newer one in its place. */
  forgetSession(token) {
    if (storage.getItem(TOKEN) !== token) return;
    storage.removeItem(ID);
    storage.removeItem(TOKEN);
  },

  /** The place in line that this browser holds: `{ id, token }`, or null. */
  ticket: () => readJson(TICKET),
  keepTicket: ({ id, token }) => storage.setItem(TICKET, JSON.stringify({ id, token })),
  endTicket: () => storage.removeItem(TICKET),

  userId() {
    const known = storage.getItem(USER);
    if (known) return known;
    const made = `guest-${randomHex(4)}`;
    storage.setItem(USER, made);
    return made;
  },

  /** The launch under way in this browser, in this tab or another; a retry with its key never makes a second session. */
  launch: readLaunch,

  beginLaunch(userId) {
    const launch = readLaunch() ?? { key: randomHex(16), userId, at: Date.now() };
    storage.setItem(LAUNCH, JSON.stringify(launch));
    return launch;
  },

  endLaunch: () => storage.removeItem(LAUNCH),

  /**
   * The exchange of keys that has not been answered yet: `{ id, token, key, at }`, with the token that is exchanged, or null. Asked again with its
   * key it is the same one.
   */
  rotation() {
    const pending = readYoung(ROTATION, ROTATION_AGE_MS);
    const token = storage.getItem(TOKEN);
    return pending && (token === null || token === pending.token) ? pending : null;
  },

  beginRotation({ id, token }) {
    const known = this.rotation();
    const pending = known?.token === token ? known : { id, token, key: randomHex(16), at: Date.now() };
    storage.setItem(ROTATION, JSON.stringify(pending));
    return pending;
  },

  endRotation: () => storage.removeItem(ROTATION),

  /** The event's access code as it was typed, or nothing. */
  code: () => tab.getItem(CODE) ?? '',
  keepCode: (code) => tab.setItem(CODE, code),

  /** The link that is being opened: `{ id, token }` of a session, `{ token }` of a kept place, or null. */
  link: () => readJson(LINK),
  keepLink: ({ id, token }) => storage.setItem(LINK, JSON.stringify({ id, token })),
  endLink: () => storage.removeItem(LINK),

  /** Calls back when another tab keeps or forgets a session. */
  onOtherTab: (listener) =>
    addEventListener('storage', ({ key }) => {
      if (key === TOKEN || key === null) listener();
    }),
};
