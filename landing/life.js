import { SESSION, follow, persist } from './follow.js';
import { begin, page, run, stay } from './page.js';
import { Problem, api } from './requests.js';
import { refreshSeats } from './seats.js';
import { store } from './store.js';
import * as view from './view.js';
import { endWords, forgotten, notRotatedWords, outrun } from './words.js';

/** A session's life after its launch: following it, finding it again, exchanging its keys. */
const AUTO_OPEN_MS = 5000;
const ROTATING = { step: 'queued', percent: 0, message: 'Ending your instance to start it anew' };

/** Leaves whatever there was, with a word why. */
export const notice = (words) => {
  begin();
  stay();
  page.session = null;
  view.closeDialog();
  view.showNotice(words);
  void refreshSeats();
};

export const finish = ({ status, reason, error, detail }) => {
  store.forgetSession(page.session?.token);
  notice(endWords(reason ?? status, error ?? detail));
};

/** The server's no to somebody who asks for a session: over, or unknown; the latter also while another tab exchanges its keys. */
export const refused = (problem) => {
  if (!(problem instanceof Problem)) throw problem;
  if (problem.status === 410) return finish(problem);
  const pending = store.rotation();
  if (pending && pending.token === page.session?.token) return rotate(pending);
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
      await refused(error);
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

/** Takes in a session that this browser has just been given, and follows it; a fresh one is opened by itself when it is ready. */
export const enter = async (made, token, options, fresh = true) => {
  const id = made.session_id;
  store.keepSession({ id, token });
  page.session = { ...made, status: 'creating', id, token, fresh };
  await update(made, options);
  if (!options.signal.aborted && page.session) await track(page.session);
};

/** What became of an exchange that the server refused: what was another's is lost to this browser, or else the session is as it was. */
const notRotated = (problem, { token }) => {
  if (problem.status === 410) return finish(problem);
  if (problem.status !== 404 && problem.code !== 'keys_exchanged') return find(notRotatedWords(problem));
  store.forgetSession(token);
  return notice(outrun);
};

/**
 * Carries out an exchange of keys, which may have been begun by another tab or before a reload, and follows the instance with the new ones. One that
 * stays unanswered for too long is let be.
 */
export const rotate = (pending) =>
  run(async (options) => {
    stay();
    page.session = { ...pending, status: 'creating', progress: ROTATING };
    page.since = Date.now();
    view.showLaunching(page.session, page.since);
    try {
      const ask = async () => store.rotation() && api.rotateKeys(pending, options.signal);
      const answer = await persist(ask, options);
      if (!answer) return await find();
      const { session_token: token, ...made } = answer;
      await enter(made, token, options, false);
    } catch (error) {
      options.signal.throwIfAborted();
      if (!(error instanceof Problem)) throw error;
      store.endRotation();
      await notRotated(error, pending);
    }
  });

/** Finds the session that this browser remembers. */
export const reconnect = () => {
  const pending = store.rotation();
  return pending ? rotate(pending) : find();
};

/** Shows the session that this browser remembers, with a word about it if there is one. */
const find = (word) =>
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
      if (options.signal.aborted) return;
      if (word) view.tell(word);
      await track(page.session);
    } catch (error) {
      options.signal.throwIfAborted();
      await refused(error);
    }
  });
