import { readFileSync } from 'node:fs';

/**
 * The moments at which somebody asks this script to stop: Ctrl-C, SIGTERM, a closed terminal, or the end of the npm that
 * started it. The promise resolves at the first; `hurry` is called at each later one. npm passes the terminal's Ctrl-C on a
 * second time: signals within half a second are one.
 */
export function stopSignals(hurry) {
  let first;
  let last = 0;
  const asked = new Promise((resolve) => (first = resolve));
  const onSignal = (reason) => {
    const now = Date.now();
    const isNew = now - last > 500;
    last = now;
    if (!isNew) return;
    if (first) first(reason);
    else hurry();
    first = undefined;
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => onSignal(signal));
  onParentGone(() => onSignal('npm ended'));
  return asked;
}

/** This process's parent and grandparent: npm starts scripts through a shell. */
function ancestors() {
  try {
    const [, , grandparent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8')
      .replace(/\(.*\)/s, '')
      .split(/\s+/);
    return `${process.ppid} ${grandparent}`;
  } catch {
    return String(process.ppid);
  }
}

/** Calls back once when the npm that started this script is gone, killed perhaps; never for a script started otherwise. */
export function onParentGone(callback) {
  if (!process.env.npm_lifecycle_event) return;
  const before = ancestors();
  const timer = setInterval(() => {
    if (ancestors() === before) return;
    clearInterval(timer);
    callback();
  }, 500);
  timer.unref();
}
