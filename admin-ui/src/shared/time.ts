const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How long, in the two largest units: `1 d 4 h`, `2 h 14 min`, `3 min`, `45 s`; what has passed is `0 s`. */
export const duration = (ms: number): string => {
  if (ms < MINUTE) return `${Math.max(0, Math.floor(ms / 1000))} s`;
  if (ms < HOUR) return `${Math.floor(ms / MINUTE)} min`;
  if (ms < DAY) return `${Math.floor(ms / HOUR)} h ${Math.floor((ms % HOUR) / MINUTE)} min`;
  return `${Math.floor(ms / DAY)} d ${Math.floor((ms % DAY) / HOUR)} h`;
};

/** `a moment ago`, `3 min ago`, `2 h 14 min ago`. */
export const agoWords = (ms: number): string => (ms < MINUTE ? 'a moment ago' : `${duration(ms)} ago`);

/** A moment as `14:03:22`. */
export const clock = (at: number): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' }).format(at);

/** A moment as `24 Nov, 14:03`. */
export const dateTime = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit' }).format(
    new Date(iso),
  );

/** A moment as `24 Nov, 14:03:22`. */
export const fullTime = (iso: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(new Date(iso));
