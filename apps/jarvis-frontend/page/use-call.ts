import { useEffect, useState } from 'preact/hooks';
import { call, messageOf } from './api';

interface Called<T> {
  /** The last answer stays while the next one is asked for. */
  readonly answer?: T;
  readonly error?: string;
}

interface CalledNow<T> extends Called<T> {
  /** Whether the answer is still that of another path, or of none. */
  readonly isStale: boolean;
}

/** What `GET path` answers: asked anew when the path changes, and every `everyMs` where that is given. */
export function useCall<T>(path: string, everyMs?: number): CalledNow<T> {
  const [called, setCalled] = useState<Called<T> & { readonly path?: string }>({});
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const next = await call<T>('GET', path).then(
        (answer) => ({ answer }),
        (cause: unknown) => ({ error: messageOf(cause) }),
      );
      if (!isOver) setCalled({ ...next, path });
    };
    void ask();
    const timer = everyMs === undefined ? undefined : setInterval(() => void ask(), everyMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [path, everyMs]);
  return { ...called, isStale: called.path !== path };
}
