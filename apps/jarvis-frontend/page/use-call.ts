import { useEffect, useState } from 'preact/hooks';
import { call, messageOf } from './api';

interface Called<T> {
  /** The last answer stays while the next one is asked for. */
  readonly answer?: T;
  readonly error?: string;
}

/** What `GET path` answers: asked anew when the path changes, and every `everyMs` where that is given. */
export function useCall<T>(path: string, everyMs?: number): Called<T> {
  const [called, setCalled] = useState<Called<T>>({});
  useEffect(() => {
    let isOver = false;
    const ask = async (): Promise<void> => {
      const next = await call<T>('GET', path).then(
        (answer) => ({ answer }),
        (cause: unknown) => ({ error: messageOf(cause) }),
      );
      if (!isOver) setCalled(next);
    };
    void ask();
    const timer = everyMs === undefined ? undefined : setInterval(() => void ask(), everyMs);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [path, everyMs]);
  return called;
}
