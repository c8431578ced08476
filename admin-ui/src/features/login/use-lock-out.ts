import { ApiProblem } from '@jarvis/client';
import { useEffect, useState } from 'react';

const UNTOLD_SECONDS = 30;

/** Seconds until a lock-out ends, counting down from the moment it was answered. */
export const useLockOut = (error: unknown): number => {
  const wait = error instanceof ApiProblem && error.status === 429 ? (error.retryAfter ?? UNTOLD_SECONDS) : 0;
  const [left, setLeft] = useState(wait);
  useEffect(() => {
    const until = Date.now() + wait * 1000;
    const count = () => setLeft(Math.max(0, Math.ceil((until - Date.now()) / 1000)));
    count();
    const timer = setInterval(count, 500);
    return () => clearInterval(timer);
  }, [error, wait]);
  return left;
};
