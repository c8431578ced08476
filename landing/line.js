import { TICKET, follow, persist } from './follow.js';
import { notice, track } from './life.js';
import { page, run, stay } from './page.js';
import { Problem, api } from './requests.js';
import { refreshSeats } from './seats.js';
import { store } from './store.js';
import * as view from './view.js';
import { placeEnd } from './words.js';

/** A place in the waiting room: following it until it has become a session, and giving it up. */
const over = (reason) => {
  store.endTicket();
  page.ticket = null;
  notice(placeEnd(reason));
};

const refused = (problem) => {
  if (!(problem instanceof Problem)) throw problem;
  over(problem.status === 410 ? problem.reason : undefined);
};

/** The turn has come: the same token opens the session. */
const enter = ({ session_id: id }, { token }) => {
  store.keepSession({ id, token });
  store.endTicket();
  page.ticket = null;
  page.since = Date.now();
  return track({ id, session_id: id, token, status: 'creating', fresh: true });
};

/** Stands in line with the ticket, whose state may be known already, until its turn comes or the place is gone. */
export const standInLine = (ticket, known) =>
  run(async (options) => {
    stay();
    page.session = null;
    page.ticket = ticket;
    if (known) view.showWaiting(known);
    else view.show('checking');
    void refreshSeats();
    try {
      for await (const news of follow(TICKET, ticket, options)) {
        if (news.status === 'admitted') return await enter(news, ticket);
        if (news.status === 'ended') return over(news.reason);
        view.showWaiting(news);
      }
    } catch (error) {
      options.signal.throwIfAborted();
      refused(error);
    }
  });

/** Gives the place up; who does so at the very moment of their turn gets the instance and can end that. */
export const leaveLine = () => {
  const { ticket } = page;
  if (!ticket) return undefined;
  return run(async (options) => {
    try {
      await persist(() => api.leave(ticket, options.signal), options);
      over('left');
    } catch (error) {
      options.signal.throwIfAborted();
      if (error.code === 'admitted') return standInLine(ticket);
      refused(error);
    }
  });
};
