// Counts the lines that reach it over TCP. Asked for a count, it answers with when the first and the last of so many lines came.
import { once } from 'node:events';
import { createServer } from 'node:net';

process.on('disconnect', () => process.exit());
const [{ host }] = await once(process, 'message');

let lines = 0;
let first = 0;
let last = 0;
let wanted = Infinity;
const FEED = 10;

const server = createServer((socket) => {
  socket.on('error', () => undefined);
  socket.on('data', (chunk) => {
    first ||= performance.now();
    for (let at = chunk.indexOf(FEED); at >= 0; at = chunk.indexOf(FEED, at + 1)) lines++;
    last = performance.now();
    if (lines >= wanted) tell();
  });
});

function tell() {
  process.send({ lines, seconds: (last - first) / 1_000 });
  [lines, first, last, wanted] = [0, 0, 0, Infinity];
}

process.on('message', ({ count }) => {
  wanted = count;
  if (lines >= wanted) tell();
});
server.listen(0, host);
await once(server, 'listening');
process.send({ port: server.address().port });
