// Writes lines that are made already to a TCP receiver, in batches, each when the one before was taken.
import { once } from 'node:events';
import { createConnection } from 'node:net';

process.on('disconnect', () => process.exit());
process.on('message', async ({ host, port, line, count, batch }) => {
  const socket = createConnection({ host, port });
  await once(socket, 'connect');
  const bytes = Buffer.from(`${line}\n`.repeat(batch));
  for (let sent = 0; sent < count; sent += batch) {
    await new Promise((done, fail) => socket.write(bytes, (error) => (error ? fail(error) : done())));
  }
  socket.end();
  await once(socket, 'close');
  process.send({});
});
