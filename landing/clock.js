const pad = (n) => String(n).padStart(2, '0');

/** Milliseconds as `1 d 03:04:05` or `03:04:05`; never below zero. */
export const countdown = (ms) => {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const days = Math.floor(seconds / 86_400);
  const time = [(seconds % 86_400) / 3600, (seconds % 3600) / 60, seconds % 60]
    .map((n) => pad(Math.floor(n)))
    .join(':');
  return days > 0 ? `${days} d ${time}` : time;
};

/** Hours as words: `24 hours`, `1 hour`, `30 minutes`, `3 days`. */
export const hoursInWords = (hours) => {
  const [amount, unit] =
    hours < 1
      ? [Math.round(hours * 60), 'minute']
      : hours >= 48 && hours % 24 === 0
        ? [hours / 24, 'day']
        : [hours, 'hour'];
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
};

/** Seconds to wait as words: `a few seconds`, `about a minute`, `about 5 minutes`, `up to 2 hours`. */
export const waitInWords = (seconds) => {
  if (seconds < 20) return 'a few seconds';
  const minutes = Math.max(1, Math.round(seconds / 60));
  if (minutes === 1) return 'about a minute';
  return minutes < 90 ? `about ${minutes} minutes` : `up to ${Math.ceil(minutes / 60)} hours`;
};

/** A moment as `14:03` when it is today, else `Tue 24 Nov, 14:03`. */
export const moment = (date, now = new Date()) => {
  const time = { hour: '2-digit', minute: '2-digit' };
  const today = date.toDateString() === now.toDateString();
  const format = today ? time : { weekday: 'short', day: 'numeric', month: 'short', ...time };
  return new Intl.DateTimeFormat('en-GB', format).format(date);
};

/** How long to wait before try number `attempt` (from 0), in ms: doubling from 1 s to 30 s, spread by a fifth so that a room of browsers does not knock at once. */
export const backOff = (attempt, random = Math.random) =>
  Math.round(Math.min(30_000, 1000 * 2 ** attempt) * (0.9 + random() * 0.2));

/** `Retry-After` (seconds or a date) as ms, or null. */
export const retryAfter = (header, now = Date.now()) => {
  if (!header) return null;
  const ms = /^\d+$/.test(header.trim()) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : null;
};

/** Waits `ms`; ends early, without an error, when `wake` fires; throws when `signal` aborts. */
export const sleep = (ms, signal, wake) =>
  new Promise((resolve, reject) => {
    const done = () => {
      clearTimeout(timer);
      signal?.removeEventListener('abort', aborted);
      wake?.removeEventListener('wake', done);
      resolve();
    };
    const aborted = () => {
      clearTimeout(timer);
      wake?.removeEventListener('wake', done);
      reject(signal.reason);
    };
    const timer = setTimeout(done, ms);
    if (signal?.aborted) return aborted();
    signal?.addEventListener('abort', aborted, { once: true });
    wake?.addEventListener('wake', done, { once: true });
  });
