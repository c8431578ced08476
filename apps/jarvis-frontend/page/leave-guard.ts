import { useEffect, useRef, useState } from 'preact/hooks';

type Guard = (hash: string) => boolean;
let guard: Guard | undefined;

/** Whether the view that is shown wants to stay, as it asks first. */
export const isHeldBack = (hash: string): boolean => guard?.(hash) ?? false;

interface Leaving {
  /** Whether somebody wanted to leave and is being asked. */
  readonly isAsking: boolean;
  readonly stay: () => void;
  /** Goes where somebody wanted to. */
  readonly leave: () => void;
}

/** While there is something to lose, a way out of the view asks first: by a link, back, or closing the page. */
export function useLeaveGuard(isDirty: boolean): Leaving {
  const [target, setTarget] = useState<string | undefined>();
  const dirty = useRef(isDirty);
  dirty.current = isDirty;
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (dirty.current) event.preventDefault();
    };
    guard = (hash) => {
      if (dirty.current) setTarget(hash);
      return dirty.current;
    };
    addEventListener('beforeunload', warn);
    return () => {
      guard = undefined;
      removeEventListener('beforeunload', warn);
    };
  }, []);
  return {
    isAsking: target !== undefined,
    stay: () => setTarget(undefined),
    leave: () => {
      dirty.current = false;
      guard = undefined;
      location.hash = target ?? '';
    },
  };
}
