/** What the page says: each refusal or end of a session as a title, an explanation and a next step. */

const LAUNCH_AGAIN = 'Launch a new instance';

const ENDS = {
  expired: {
    title: 'Your instance has expired',
    words: 'Its time ran out, so it was removed to make room for others.',
    next: 'You can launch a new one; it starts empty.',
    action: LAUNCH_AGAIN,
  },
  deleted: {
    title: 'Your instance has ended',
    words: 'It was ended from this or another page of yours.',
    next: 'You can launch a new one at any time.',
    action: LAUNCH_AGAIN,
  },
  terminated: {
    title: 'The organisers ended your instance',
    words: 'It was stopped from the organisers’ console.',
    next: 'Ask an organiser if you did not expect this, or launch a new one.',
    action: LAUNCH_AGAIN,
  },
  lost: {
    title: 'Your instance was lost',
    words: 'The machine that ran it lost it.',
    next: 'Launch a new one. Tell an organiser if you need what was in the old one.',
    action: LAUNCH_AGAIN,
  },
};

const GONE = { ...ENDS.deleted, title: 'Your instance is gone', words: 'It is no longer running.' };
const NEEDS_DETAIL = ['lost', undefined];

/** Why a session is over. One that failed never started. */
export const endWords = (reason, detail) => {
  if (reason === 'failed') return failedStart(detail);
  const known = reason in ENDS ? reason : undefined;
  return { ...(ENDS[known] ?? GONE), detail: NEEDS_DETAIL.includes(known) ? detail : '' };
};

/** A start that came to nothing. */
export const failedStart = (detail) => ({
  title: 'Your instance did not start',
  words: 'Nothing was kept of the attempt.',
  detail,
  next: 'Try again. If it keeps failing, show this page to an organiser.',
  action: 'Try again',
});

export const forgotten = {
  title: 'No instance to return to',
  words: 'The one that this browser remembered is not known any more, or its keys were exchanged.',
  next: 'Open its newest link if you have one, or launch a new one to go on.',
  action: LAUNCH_AGAIN,
};

/** An exchange of keys that the server refused, with nothing changed. */
export const notRotatedWords = ({ detail }) => `Your keys were not exchanged, the old ones still hold. ${detail}`;

export const outrun = {
  title: 'Somebody else has exchanged the keys',
  words: 'Whoever has the new ones, an organiser or somebody with your link, was first. This browser has the old ones.',
  next: 'Ask an organiser, who can exchange them again and hand you the new link.',
  action: LAUNCH_AGAIN,
};

const LINE_AGAIN = { next: 'You can join the line again at its end.', action: 'Join again' };
const PLACE_ENDS = {
  left: { title: 'You left the line', words: 'Your place went to those behind you.', ...LINE_AGAIN },
  away: {
    title: 'Your place was given up',
    words: 'This page was closed or out of reach for too long.',
    ...LINE_AGAIN,
  },
  user_limit: {
    title: 'You already have as many instances as one person may',
    words: 'When your turn came there was none left for you.',
    next: 'End one of them first, in the browser that launched it.',
    action: 'Try again',
  },
};

/** Why a place in line is over. */
export const placeEnd = (reason) =>
  PLACE_ENDS[reason] ?? {
    title: 'Your place in line is not known any more',
    words: 'The platform has lost it, which should not happen.',
    ...LINE_AGAIN,
  };

/** How many are before this one. */
export const aheadWords = (place) =>
  place <= 1 ? 'You are next.' : place === 2 ? '1 person is ahead of you.' : `${place - 1} people are ahead of you.`;

const LAUNCH_REFUSALS = {
  user_limit: ({ detail }) => ({
    title: 'You already have as many instances as one person may',
    words: 'End one of them first, in the browser that launched it.',
    detail,
    next: 'If you cannot find them, an organiser can end them for you.',
    action: 'Try again',
  }),
  launch_failed: ({ detail }) => failedStart(detail),
};

/** A launch that the server refused. */
export const launchRefusal = (problem) =>
  LAUNCH_REFUSALS[problem.code]?.(problem) ?? {
    ...failedStart(problem.detail),
    words: 'The server refused the request.',
  };

const DEAD_LINK = {
  title: 'This link opens nothing any more',
  words: 'Its place was given up or cancelled, its keys were exchanged, or it was cut short on its way to you.',
  next: 'Ask an organiser for a new one, or launch an instance of your own.',
  action: LAUNCH_AGAIN,
};

/** A link that the server refused; whoever has an instance beside it can go back there. */
export const linkRefusal = (problem, hasOwn) => {
  const words =
    problem.status === 410
      ? {
          ...endWords(problem.reason, problem.detail),
          next: 'Ask an organiser for a new link, or launch an instance of your own.',
        }
      : problem.status === 404 || problem.status === 401
        ? DEAD_LINK
        : launchRefusal(problem);
  return hasOwn ? { ...words, next: 'You still have your own instance.', action: 'Show my instance' } : words;
};

/** The message for the name field, when that is what the server refused. */
export const fieldError = ({ status, errors }) =>
  status === 400 ? (errors.find(({ field }) => field === 'user_id')?.message ?? null) : null;

const CODE_ERRORS = {
  access_code_required: 'This event asks for an access code. Type the one that the organisers hand out.',
  access_code_wrong:
    'This is not the code of this event. Look at it again, or ask an organiser for the one that holds now.',
  too_many_wrong_codes:
    'Very many wrong codes came from your network. Wait a minute before you try another one; the right one is let in at once.',
};

/** The message for the field of the access code, when that is what the server refused. */
export const codeError = ({ code }) => CODE_ERRORS[code] ?? null;

const AWAY = {
  network: 'The server cannot be reached. This page keeps trying.',
  platform: 'The platform is not ready at the moment. This page keeps trying.',
  busy: 'Many people are asking at this moment. This page waits its turn.',
};
export const awayWords = (kind) => AWAY[kind];

const STEPS = {
  queued: 'Waiting for its turn to start',
  ports: 'Reserving your addresses',
  storage: 'Making your storage',
  containers: 'Making your containers',
  starting: 'Starting your instance',
  ready: 'Waiting for your instance to answer',
  configured: 'Your instance is ready',
  done: 'Your instance is ready',
};
export const stepWords = ({ step, message } = {}) => message || STEPS[step] || 'Starting your instance';
