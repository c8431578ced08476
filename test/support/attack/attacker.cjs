// Runs in a container (node -e): tries to reach each target of its argument, a JSON list of { host, port }, and prints what came
// of each: the beginning of an answer, or why there was none.
const { Resolver } = require('node:dns/promises');
const { connect, isIP } = require('node:net');

const PATIENCE_MS = 2_000;
// Both an HTTP server and Redis answer something to this.
const GREETING = 'GET /api/health HTTP/1.0\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n';

// Docker answers at once for names that it has; for others it asks elsewhere, where nobody may answer so many questions.
const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });

async function attempt({ host, port }) {
  try {
    const [address] = isIP(host) ? [host] : await resolver.resolve4(host);
    return await knock(address, port);
  } catch (error) {
    return error.code ?? error.message;
  }
}

const knock = (host, port) =>
  new Promise((resolve) => {
    let outcome = 'no connection';
    const socket = connect({ host, port });
    const end = (text) => {
      clearTimeout(timer);
      socket.destroy();
      resolve(text);
    };
    const timer = setTimeout(() => end(outcome), PATIENCE_MS);
    socket.on('connect', () => {
      outcome = 'answer: nothing, but the connection stays';
      socket.write(GREETING);
    });
    socket.on('data', (data) => end(`answer: ${data.toString('latin1').split('\r\n')[0]}`));
    socket.on('close', () => end('closed'));
    socket.on('error', (error) => end(error.code ?? error.message));
  });

void Promise.all(JSON.parse(process.argv[1]).map(attempt)).then((outcomes) =>
  process.stdout.write(JSON.stringify(outcomes)),
);
