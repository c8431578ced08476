import { moment } from './clock.js';
import { SESSION, follow, persist } from './follow.js';
import { begin, page, run, stay } from './page.js';
import { Problem, api } from './requests.js';
import { refreshSeats } from './seats.js';
import { store } from './store.js';
import * as view from './view.js';
import { endWords, forgotten } from './words.js';

/** A session's life after its launch: following it, finding it again, extending it, ending it. */
const AUTO_OPEN_MS = 5000;
const LONGEST = 'It already lasts as long as it may. Extend it later, or ask an organiser.';

/** Leaves whatever there was, with a word why. */
export const notice = (words) => {
  begin();
  stay();
  page.session = null;
  view.closeDialog();
  view.showNotice(words);
  void refreshSeats();
};

const finish = ({ status, reason, error, detail }) => {
  store.forgetSession(page.session?.token);
  notice(endWords(reason ?? status, error ?? detail));
};

/** The server's no to somebody who asks for a session: over, or unknown. */
const refused = (problem) => {
  if (!(problem instanceof Problem)) throw problem;
  if (problem.status === 410) return finish(problem);
  store.forgetSession(page.session?.token);
  return notice(forgotten);
};

const showSession = () => {
  if (page.session.status === 'active') return view.showActive(page.session);
  return view.showLaunching(page.session, page.since);
};

/** Takes in what is new about the session; an active one is asked for its addresses. */
export const update = async (news, options) => {
  if (news.status === 'ended' || news.status === 'failed') return finish(news);
  const was = page.session.status;
  page.session = { ...page.session, ...news };
  page.lastUserId = page.session.user_id ?? page.lastUserId;
  if (page.session.status === 'active' && !page.session.frontend_url) {
    page.session = { ...page.session, ...(await persist(() => api.get(page.session, options.signal), options)) };
  }
  const address = showSession();
  if (was === 'creating' && page.session.status === 'active' && page.session.fresh && address) {
    page.autoOpen = { until: Date.now() + AUTO_OPEN_MS, address };
    view.showAutoOpen(page.autoOpen.until);
    void refreshSeats();
  }
};

/** Follows a session until it is over or the page turns to something else. */
export const track = (known) =>
  run(async (options) => {
    page.session = known;
    try {
      for await (const news of follow(SESSION, page.session, options)) await update(news, options);
    } catch (error) {
      options.signal.throwIfAborted();
      refused(error);
    }
  });

/** The session that this browser remembers, as the server knows it. */
export const findOwn = async (options) => {
  const { id, token } = store.session();
  if (id) return persist(() => api.get({ id, token }, options.signal), options);
  const { sessions } = await persist(() => api.own(token, options.signal), options);
  if (!sessions[0]) throw new Problem(404, {});
  return sessions[0];
};

/** Takes in a session that this browser has just been given, and follows it; a new one is opened by itself when it is ready. */
export const enter = async (made, token, options) => {
  const id = made.session_id;
  store.keepSession({ id, token });
  page.session = { ...made, status: 'creating', id, token, fresh: true };
  await update(made, options);
  if (!options.signal.aborted && page.session) await track(page.session);
};

/** Finds the session that this browser remembers. */
export const reconnect = () =>
  run(async (options) => {
    const { id, token } = store.session();
    page.session = { id, token, status: 'unknown' };
    page.since = Date.now();
    stay();
    if (document.body.dataset.view !== 'active')
      view.showChecking('This browser has launched one before. Asking whether it still runs.');
    try {
      const found = await findOwn(options);
      page.session = { ...found, id: found.session_id, token };
      store.keepSession(page.session);
      await update(found, options);
      if (!options.signal.aborted) await track(page.session);
    } catch (error) {
      options.signal.throwIfAborted();
      refused(error);
    }
  });

/** Extends the session as far as its owner may. */
export const extend = async () => {
  try {
    const before = page.session.expires_at;
    const { expires_at } = await api.extend(page.session);
    page.session = { ...page.session, expires_at };
    view.showExpiry(page.session);
    const later = Date.parse(expires_at) - Date.parse(before) >= 60_000;
    view.tell(later ? `Extended until ${moment(new Date(expires_at))}.` : LONGEST);
  } catch (error) {
    if (error.status === 422) view.tell(LONGEST);
    else if (error instanceof Problem) refused(error);
    else view.tell('Not extended: the server cannot be reached. Try again in a moment.');
  }
};

/** Ends the session once the person has confirmed it. */
export const end = async () => {
  stay();
  if (!(await view.confirmEnd()) || !page.session) return;
  const { id, token } = page.session;
  await run(async (options) => {
    page.session = { ...page.session, status: 'stopping' };
    page.since = Date.now();
    view.showLaunching(page.session, page.since);
    try {
      const { status } = await persist(() => api.end({ id, token }, options.signal), options);
      if (status === 'ended') finish({ reason: 'deleted' });
      else await track(page.session);
    } catch (error) {
      options.signal.throwIfAborted();
      refused(error);
    }
  });
};
