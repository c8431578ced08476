const FIRST_MS = 250;
const RESTARTS = 5;

/** After so long a run a crash counts as the first again. */
export const STEADY_MS = 60_000;

/** How long to wait before a crashed service is started again; `undefined` when it crashed too often for that. */
export const restartPause = (restarts: number): number | undefined =>
  restarts < RESTARTS ? FIRST_MS * 2 ** restarts : undefined;
