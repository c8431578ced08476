import { ApiProblem } from '@jarvis/client';

/** What the login page says about a failed attempt; `secondsLeft` counts a lock-out down. */
export const loginWords = (error: unknown, secondsLeft: number): string => {
  if (!(error instanceof ApiProblem)) return 'The server cannot be reached. Check the connection and try again.';
  if (error.status === 401) return 'Wrong username or password.';
  if (error.status !== 429) return error.message;
  return secondsLeft > 0
    ? `Too many wrong attempts. Wait ${secondsLeft} s, then try again.`
    : 'Too many wrong attempts. You may try again now.';
};
