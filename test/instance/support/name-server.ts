import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ADDRESS = '127.1.2.53';
const TYPE_A = 1;

export interface NameServer {
  /** A command that runs another with this server as the only one that it asks. Needs root. */
  readonly by: readonly string[];
  /** What every name means from now on: IPv4 addresses. */
  answers: readonly string[];
  /** How often it was asked for an IPv4 address. */
  asked: number;
  close(): Promise<void>;
}

/** A name server that takes every name for the same addresses, which the test changes as it likes. */
export async function nameServer(): Promise<NameServer> {
  const folder = mkdtempSync(join(tmpdir(), 'jarvis-names-'));
  const file = join(folder, 'resolv.conf');
  writeFileSync(file, `nameserver ${ADDRESS}\n`);
  const socket = createSocket('udp4').bind(53, ADDRESS);
  await once(socket, 'listening');
  const server: NameServer = {
    by: ['unshare', '--mount', 'sh', '-c', 'mount --bind "$0" /etc/resolv.conf && exec "$@"', file],
    answers: ['192.0.2.1'],
    asked: 0,
    close: async () => {
      rmSync(folder, { recursive: true });
      await new Promise<void>((done) => socket.close(done));
    },
  };
  socket.on('message', (query, { port, address }) => {
    const isForAddress = typeOf(query) === TYPE_A;
    if (isForAddress) server.asked += 1;
    socket.send(answerTo(query, isForAddress ? server.answers : []), port, address);
  });
  return server;
}

/** Where the question ends: behind its name, type and class (RFC 1035, 4.1.2). */
const endOfQuestion = (query: Buffer): number => query.indexOf(0, 12) + 5;
const typeOf = (query: Buffer): number => query.readUInt16BE(endOfQuestion(query) - 4);

/** The question with its answers, which nobody may keep (TTL 0). */
function answerTo(query: Buffer, addresses: readonly string[]): Buffer {
  const question = query.subarray(12, endOfQuestion(query));
  const counts = [0x8180, 1, addresses.length, 0, 0].flatMap((word) => [word >> 8, word & 255]);
  const records = addresses.flatMap((address) => {
    const bytes = address.split('.').map(Number);
    return [0xc0, 12, 0, TYPE_A, 0, 1, 0, 0, 0, 0, 0, bytes.length, ...bytes];
  });
  return Buffer.concat([query.subarray(0, 2), Buffer.from(counts), question, Buffer.from(records)]);
}
