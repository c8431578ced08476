import * as view from './view.js';

/** What the page knows and shows; `full` and `autoOpen` count down to their next step. */
export const page = {
  session: null,
  ticket: null,
  lastUserId: null,
  since: Date.now(),
  away: null,
  full: null,
  autoOpen: null,
};

/** Shown while nobody has answered a launch yet. */
export const ASKING = {
  status: 'creating',
  progress: { step: 'queued', percent: 0, message: 'Asking for your instance' },
};

/** Wakes whatever waits before its next try. */
const wake = new EventTarget();
export const tryNow = () => wake.dispatchEvent(new Event('wake'));

/** One course at a time: starting another aborts the one before. */
let course = new AbortController();
export const halt = () => course.abort();

const onAway = (away) => {
  page.away = away;
  view.showAway(away);
};

export const begin = () => {
  halt();
  course = new AbortController();
  page.full = null;
  onAway(null);
  return { signal: course.signal, wake, onAway };
};

/** Runs a course of the page; one that was replaced by another ends silently. */
export const run = async (work) => {
  const options = begin();
  try {
    await work(options);
  } catch (error) {
    if (options.signal.aborted) return;
    throw error;
  }
};

/** The person stays here: the instance is not opened by itself. */
export const stay = () => {
  page.autoOpen = null;
  view.showAutoOpen(null);
};

export const idle = () => {
  begin();
  stay();
  page.session = null;
  page.ticket = null;
  view.show('idle');
};
