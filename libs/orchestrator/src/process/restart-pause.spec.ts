import { restartPause } from './restart-pause';

it.each([
  [0, 250],
  [1, 500],
  [4, 4_000],
  [5, undefined],
  [9, undefined],
])('after %i restarts waits %p ms', (restarts, pause) => expect(restartPause(restarts)).toBe(pause));
