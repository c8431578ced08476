import type { SSEStreamingApi } from 'hono/streaming';
import type { Send } from './send.types';
import { isActive, type SendsService } from './sends.service';

const EVERY_MS = 200;
const HEARTBEAT_MS = 15_000;

/** Writes the send's state, then each change (at most five a second), and ends when the send has ended. */
export async function followSend(stream: SSEStreamingApi, sends: SendsService, id: string): Promise<void> {
  let latest: Send | undefined;
  let wake: (() => void) | undefined;
  const stop = sends.observe(id, (send) => {
    latest = send;
    wake?.();
  });
  stream.onAbort(() => wake?.());
  try {
    latest = sends.get(id);
    while (!stream.aborted && !stream.closed) {
      const current: Send | undefined = latest;
      latest = undefined;
      if (current) await stream.writeSSE({ data: JSON.stringify(current) });
      else await stream.write(': still here\n\n');
      if (current && !isActive(current)) return;
      await stream.sleep(EVERY_MS);
      // The stream may have ended, or the send changed, during the pause.
      if (latest !== undefined || stream.aborted) continue;
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        wake = resolve;
        timer = setTimeout(resolve, HEARTBEAT_MS);
      });
      clearTimeout(timer);
    }
  } finally {
    stop();
  }
}
