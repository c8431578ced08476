import { once } from 'node:events';
import type { ServerResponse } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { MessageEvent } from '@nestjs/common';
import type { LogLine } from '@app/orchestrator';
import { Observable } from 'rxjs';
import type { LogLineDto } from './logs.dto';

const HEARTBEAT_MS = 15_000;
/** So many lines are sent before it is asked whether they are taken. */
const LINES_AT_ONCE = 64;

/** Log lines as events that are read no faster than the listener takes them. */
export const logEvents = (
  lines: (signal: AbortSignal) => AsyncIterable<LogLine>,
  response: ServerResponse,
): Observable<MessageEvent> =>
  new Observable((listener) => {
    const stop = new AbortController();
    const heartbeat = setInterval(() => listener.next({ comment: 'alive' }), HEARTBEAT_MS);
    const send = async () => {
      let count = 0;
      for await (const line of lines(stop.signal)) {
        listener.next({ data: toDto(line) });
        if (++count % LINES_AT_ONCE === 0) await nextTurn();
        if (response.writableNeedDrain) await once(response, 'drain', { signal: stop.signal });
      }
    };
    send().then(
      () => listener.complete(),
      (error: unknown) => listener.error(error),
    );
    return () => {
      stop.abort();
      clearInterval(heartbeat);
    };
  });

const toDto = ({ at, stream, text }: LogLine): LogLineDto => ({ at: at ?? null, stream, text });
