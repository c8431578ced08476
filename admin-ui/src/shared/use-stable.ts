import { useCallback, useLayoutEffect, useRef } from 'react';

/** A function that stays the same and does what the newest render says: rows that are kept need not be drawn again for it. */
export const useStable = <Input extends readonly unknown[]>(act: (...input: Input) => void) => {
  const latest = useRef(act);
  useLayoutEffect(() => {
    latest.current = act;
  });
  return useCallback((...input: Input) => latest.current(...input), []);
};
