import { SESSION, persist } from './follow.js';
import { enter, findOwn, notice, reconnect } from './life.js';
import { ASKING, page, run, stay } from './page.js';
import { FULL, Problem, api } from './requests.js';
import { store } from './store.js';
import * as view from './view.js';
import { linkRefusal } from './words.js';

/** What was mangled on its way cannot be sent in a header: it opens nothing, and the server says so. */
const sendable = (token) => (/^[\w-]+$/.test(token) ? token : 'mangled');

/**
 * A link that the organisers gave out. What it opens stands behind its `#`, which no server sees: `session` and `token` of an instance
 * that was made for somebody, or `reservation`, the token of a place that is kept.
 */
export const readLink = (hash) => {
  const named = new URLSearchParams(hash.replace(/^#/, ''));
  const [id, token, reservation] = ['session', 'token', 'reservation'].map((name) => named.get(name));
  if (reservation) return { token: sendable(reservation) };
  return id && token ? { id, token: sendable(token) } : null;
};

/** The link that brought somebody here. It leaves the address bar at once, so that nobody shares or sees it there. */
export const takeLink = () => {
  const link = readLink(location.hash);
  if (link) history.replaceState(history.state, '', location.pathname + location.search);
  return link;
};

/** Whether this browser already has another instance, and it lives; one whose keys are being exchanged counts, whatever becomes of that. */
const hasAnother = async (link, options) => {
  const pending = store.rotation();
  if (pending) return pending.id !== link.id;
  const own = store.session();
  if (!own.token || own.token === link.token) return false;
  try {
    const { status } = await findOwn(options);
    return !SESSION.isOver({ status }) && status !== 'stopping';
  } catch (error) {
    options.signal.throwIfAborted();
    if (!(error instanceof Problem)) throw error;
    return false;
  }
};

/** Whether this browser goes on with what it has: the keys of that very link are being exchanged, or the person wants to keep another instance. */
const goesOn = async (link, options) =>
  store.rotation()?.token === link.token || ((await hasAnother(link, options)) && !(await view.confirmLink()));

/** The place in line that this browser may hold is free for others once the link has opened an instance. */
const leaveTicket = () => {
  const ticket = store.ticket();
  if (!ticket) return;
  store.endTicket();
  page.ticket = null;
  void api.leave(ticket).catch(() => {});
};

/** Opens what the link leads to. Whoever has another instance is asked first; `whenFull` is called where the place is not to be had now. */
export const openLink = (link, whenFull) =>
  run(async (options) => {
    stay();
    store.keepLink(link);
    page.since = Date.now();
    if (link.id) view.showChecking('Opening the instance of your link.');
    else view.showLaunching(ASKING, page.since);
    try {
      if (await goesOn(link, options)) {
        options.signal.throwIfAborted();
        store.endLink();
        return await reconnect();
      }
      options.signal.throwIfAborted();
      const ask = link.id ? () => api.get(link, options.signal) : () => api.claim(link.token, options.signal);
      const found = await persist(ask, options);
      store.endLink();
      leaveTicket();
      await enter(found, link.token, options);
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof Problem)) throw error;
      store.endLink();
      if (FULL.includes(error.code)) return whenFull(error);
      page.lastUserId = null;
      notice(linkRefusal(error, Boolean(store.session().token)));
    }
  });
