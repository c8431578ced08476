import { useEffect, useState } from 'react';
import { serverNow } from '../api/client';

/** The server's time, every `everyMs`. */
export const useNow = (everyMs = 1000): number => {
  const [now, setNow] = useState(serverNow);
  useEffect(() => {
    const timer = setInterval(() => setNow(serverNow()), everyMs);
    return () => clearInterval(timer);
  }, [everyMs]);
  return now;
};
