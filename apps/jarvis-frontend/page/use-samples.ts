import { useEffect, useRef, useState } from 'preact/hooks';
import { withSample, type Sample } from './rates';
import { isActive, type Send } from './types';

/** What a send had sent at each of the last looks at it. */
export function useSamples(send: Send): readonly Sample[] {
  const [samples, setSamples] = useState<readonly Sample[]>([]);
  const latest = useRef(send);
  latest.current = send;
  useEffect(() => {
    if (!isActive(send)) return undefined;
    const look = (): void => setSamples((before) => withSample(before, latest.current, Date.now()));
    look();
    const timer = setInterval(look, 500);
    return () => clearInterval(timer);
  }, [send.id, isActive(send)]);
  return samples;
}
