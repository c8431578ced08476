import { once } from 'node:events';
import { createServer, type AddressInfo, type Socket } from 'node:net';

/** A syslog server over TCP, one message a line (RFC 6587, non-transparent framing). */
export interface SyslogReceiver {
  readonly port: number;
  readonly messages: readonly string[];
  close(): Promise<void>;
}

export async function syslogReceiver(address: string): Promise<SyslogReceiver> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    let rest = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\n');
      rest = lines.pop() ?? '';
      messages.push(...lines);
    });
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => undefined);
  }).listen(0, address);
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    messages,
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
