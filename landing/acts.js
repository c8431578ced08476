import { moment } from './clock.js';
import { persist } from './follow.js';
import { finish, refused, rotate, track } from './life.js';
import { page, run, stay } from './page.js';
import { Problem, api } from './requests.js';
import { store } from './store.js';
import * as view from './view.js';

/** What people do with their session: extending it, exchanging its keys, ending it. */
const LONGEST = 'It already lasts as long as it may. Extend it later, or ask an organiser.';

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
    else if (error instanceof Problem) await refused(error);
    else view.tell('Not extended: the server cannot be reached. Try again in a moment.');
  }
};

/** Exchanges the keys once the person has confirmed it. */
export const rotateKeys = async () => {
  stay();
  if (!(await view.confirmRotation()) || !page.session) return;
  await rotate(store.beginRotation(page.session));
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
      await refused(error);
    }
  });
};
