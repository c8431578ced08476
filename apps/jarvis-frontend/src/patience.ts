import type { ClientRequest, IncomingMessage } from 'node:http';

/** A backend that neither takes more of a request nor begins to answer it within this is taken for hung. */
const PATIENCE_MS = 30_000;

/**
 * Destroys a request to the backend that is taken for hung. While the backend waits for more of a slow upload, the time is the client's to
 * take. Ends when the returned function is called.
 */
export function losePatience(incoming: IncomingMessage, upstream: ClientRequest, patienceMs = PATIENCE_MS): () => void {
  const timer = setTimeout(() => {
    if (waitsForClient(incoming, upstream)) timer.refresh();
    else upstream.destroy(new Error('timeout'));
  }, patienceMs);
  const renew = (): void => void timer.refresh();
  incoming.on('data', renew).on('end', renew);
  return () => {
    incoming.off('data', renew).off('end', renew);
    clearTimeout(timer);
  };
}

/** Whether the backend has taken all that came of a request whose end is still to come. */
const waitsForClient = (incoming: IncomingMessage, upstream: ClientRequest): boolean =>
  !incoming.readableEnded && upstream.socket?.connecting === false && upstream.writableLength === 0;
