import { useCallback, useEffect, useRef, useState } from 'preact/hooks';
import { ApiError, call, messageOf } from './api';
import {
  isActive,
  type ContentProblem,
  type Destination,
  type Egress,
  type Product,
  type Scenario,
  type Send,
  type Session,
} from './types';
import type { UploadList } from './upload-types';

export interface Instance {
  readonly session: Session;
  readonly products: readonly Product[];
  readonly scenarios: readonly Scenario[];
  readonly uploads: UploadList;
  readonly problems: readonly ContentProblem[];
  readonly destinations: readonly Destination[];
  readonly egress: Egress;
  readonly sends: readonly Send[];
}

/** `away` retries by itself, `ended` does not. */
export type Connection = { readonly state: 'loading' | 'ok' | 'away' | 'ended'; readonly message?: string };

/** What the organisers tell everybody is to be read within ten seconds. */
const CALM_MS = 8000;
const BUSY_MS = 2000;
const AWAY_MS = 3000;

/** Keeps all that the page shows up to date: soon while something runs, seldom else, and again and again when away. */
export function useInstance() {
  const [instance, setInstance] = useState<Instance | undefined>();
  const [connection, setConnection] = useState<Connection>({ state: 'loading' });
  const latest = useRef<Instance | undefined>(undefined);

  const update = useCallback((change: (before: Instance) => Instance) => {
    if (!latest.current) return;
    latest.current = change(latest.current);
    setInstance(latest.current);
  }, []);

  const refresh = useCallback(async () => {
    try {
      latest.current = await load();
      setInstance(latest.current);
      setConnection({ state: 'ok' });
    } catch (error) {
      const status = error instanceof ApiError ? error.status : 0;
      setConnection({ state: status === 401 || status === 410 ? 'ended' : 'away', message: messageOf(error) });
    }
  }, []);

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let stopped = false;
    const tick = async (): Promise<void> => {
      await refresh();
      const busy = latest.current?.sends.some(isActive);
      if (!stopped) timer = setTimeout(() => void tick(), connectionDelay(busy ?? false));
    };
    const wake = (): void => {
      if (document.visibilityState === 'visible') void refresh();
    };
    void tick();
    document.addEventListener('visibilitychange', wake);
    return () => {
      stopped = true;
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', wake);
    };
  }, [refresh]);

  // While away, try more often than the calm round does.
  useEffect(() => {
    if (connection.state !== 'away') return undefined;
    const timer = setInterval(() => void refresh(), AWAY_MS);
    return () => clearInterval(timer);
  }, [connection.state, refresh]);

  return { instance, connection, refresh, update };
}

const connectionDelay = (busy: boolean): number => (busy ? BUSY_MS : CALM_MS);

async function load(): Promise<Instance> {
  const [session, products, scenarios, uploads, destinations, sends] = await Promise.all([
    call<Session>('GET', 'session'),
    call<{ products: Product[]; problems: ContentProblem[] }>('GET', 'products'),
    call<{ scenarios: Scenario[] }>('GET', 'scenarios'),
    call<UploadList>('GET', 'uploads'),
    call<{ destinations: Destination[]; egress: Egress }>('GET', 'destinations'),
    call<{ sends: Send[] }>('GET', 'sends'),
  ]);
  return {
    session,
    products: products.products,
    scenarios: scenarios.scenarios,
    uploads,
    problems: products.problems,
    destinations: destinations.destinations,
    egress: destinations.egress,
    sends: sends.sends,
  };
}
