import { createServer } from 'node:net';
import { PortConflictError } from '../errors';

/** Resolves when a program could listen on the port; rejects with `PortConflictError` when another one does. */
export async function assertFree(port: number): Promise<void> {
  for (const host of ['127.0.0.1', '0.0.0.0']) await tryListen(port, host);
}

const tryListen = (port: number, host: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', (cause) => reject(new PortConflictError(port, { cause })));
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve()));
  });
