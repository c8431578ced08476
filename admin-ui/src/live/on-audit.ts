import { useEffect, useEffectEvent } from 'react';
import type { AuditEntry } from './events';

type Listener = (entry: AuditEntry) => void;
const listeners = new Set<Listener>();

export const tellAudit: Listener = (entry) => {
  for (const listener of listeners) listener(entry);
};

/** Calls back for each act of an organiser, also of this one, while the stream is live. */
export const useOnAudit = (onEntry: Listener): void => {
  const listener = useEffectEvent(onEntry);
  useEffect(() => {
    const own: Listener = (entry) => listener(entry);
    listeners.add(own);
    return () => void listeners.delete(own);
  }, []);
};
