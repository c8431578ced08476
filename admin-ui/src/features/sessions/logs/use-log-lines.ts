import { follow, messageOf, type FollowState } from '@jarvis/client';
import { useEffect, useRef, useState } from 'react';
import { client } from '../../../api/client';
import { withMore, type LogLine, type NumberedLine } from './log-lines';

export type Service = 'frontend' | 'backend';

/** A busy container prints faster than eyes read: lines are shown so often. */
const EVERY_MS = 150;
const TAIL = 500;

interface Lines {
  readonly lines: readonly NumberedLine[];
  readonly state: FollowState['name'];
  /** Why it does not go on. */
  readonly error: string | null;
}
const NONE: Lines = { lines: [], state: 'connecting', error: null };

/**
 * What a container printed at last, and each further line. While `paused`, further lines wait and `waiting` counts them. After a broken
 * connection the last lines come anew, so what was there is replaced.
 */
export const useLogLines = (id: string, service: Service, paused: boolean) => {
  const [shown, setShown] = useState<Lines>(NONE);
  const [waiting, setWaiting] = useState(0);
  const isPaused = useRef(paused);
  const release = useRef<() => void>(undefined);
  useEffect(() => {
    isPaused.current = paused;
    if (!paused) release.current?.();
  }, [paused]);
  useEffect(() => {
    const ended = new AbortController();
    let lines: readonly NumberedLine[] = [];
    let more: LogLine[] = [];
    const flush = () => {
      lines = withMore(lines, more);
      more = [];
      setWaiting(0);
      setShown((before) => (before.lines === lines ? before : { ...before, lines }));
    };
    release.current = flush;
    const timer = setInterval(() => {
      if (isPaused.current) setWaiting(more.length);
      else if (more.length > 0) flush();
    }, EVERY_MS);
    const onState = ({ name }: FollowState) => {
      if (name === 'open') {
        lines = [];
        more = [];
      }
      setShown((before) => ({ ...before, state: name }));
    };
    const path = { id, service };
    follow<LogLine>(
      (ask) =>
        client.GET('/api/admin/sessions/{id}/logs/{service}/events', {
          params: { path, query: { tail: TAIL } },
          parseAs: 'stream',
          ...ask,
        }),
      { signal: ended.signal, onState, onEvent: ({ data }) => void more.push(data) },
    ).catch((error: unknown) => setShown((before) => ({ ...before, error: messageOf(error) })));
    return () => {
      ended.abort();
      clearInterval(timer);
      setShown(NONE);
    };
  }, [id, service]);
  return { ...shown, waiting };
};
