import { Away, api } from './requests.js';
import { backOff, sleep } from './clock.js';

const POLL_MS = { creating: 1500, stopping: 1500, active: 10_000, waiting: 5000 };
const STREAM_AGAIN_AFTER = 10;

/** What can be followed: how to hear of its changes, how to ask, and when there is nothing more to follow. */
export const SESSION = {
  events: api.events,
  get: api.get,
  isOver: ({ status }) => status === 'ended' || status === 'failed',
};
export const TICKET = { events: api.ticketEvents, get: api.ticket, isOver: ({ status }) => status !== 'waiting' };

/** Tries until somebody answers, saying each time how long the next try is away; a Problem is an answer. */
export const persist = async (attempt, { signal, wake, onAway }) => {
  for (let tries = 0; ; tries += 1) {
    try {
      const answer = await attempt();
      onAway(null);
      return answer;
    } catch (error) {
      if (!(error instanceof Away)) {
        onAway(null);
        throw error;
      }
      const wait = Math.max(backOff(tries), error.wait ?? 0);
      onAway({ kind: error.kind, until: Date.now() + wait });
      await sleep(wait, signal, wake);
    }
  }
};

/**
 * Changes of a session or a ticket until it is over: by the event stream, which is opened again whenever it breaks, and by asking now and
 * then where something between browser and server swallows streams.
 */
export async function* follow({ events, get, isOver }, known, { signal, wake, onAway }) {
  let mute = 0;
  let asked = 0;
  for (;;) {
    const before = mute;
    if (mute < 2 || asked >= STREAM_AGAIN_AFTER) {
      asked = 0;
      mute += 1;
      try {
        for await (const update of events(known, signal)) {
          mute = 0;
          onAway(null);
          yield update;
          if (isOver(update)) return;
        }
      } catch (error) {
        if (!(error instanceof Away)) throw error;
        mute = before;
      }
    }
    const update = await persist(() => get(known, signal), { signal, wake, onAway });
    asked += 1;
    yield update;
    if (isOver(update)) return;
    await sleep(mute < 2 ? 1000 : (POLL_MS[update.status] ?? 5000), signal, wake);
  }
}
