// Asks the Docker Engine about the container this runs in, prints what follows from it as NAME=value lines, and joins the
// network that gateway and instances share. Without an answer it prints nothing: the session manager then has its defaults.
const { readFileSync } = require('node:fs');
const { request } = require('node:http');
const { setTimeout: sleep } = require('node:timers/promises');

const socketPath = process.env.DOCKER_SOCKET || '/var/run/docker.sock';
const network = process.env.DOCKER_NETWORK || 'jarvis-network';

const tell = (line) => process.stdout.write(`${line}\n`);
const warn = (text) => process.stderr.write(`entrypoint: ${text}\n`);

/** Resolves to the status and the parsed body; rejects after five seconds of silence. */
function engine(method, path, body) {
  return new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json' };
    const call = request({ socketPath, method, path, headers, timeout: 5000 }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode, json: text ? JSON.parse(text) : undefined }));
    });
    call.on('timeout', () => call.destroy(new Error('no answer within 5 s')));
    call.on('error', reject);
    call.end(body ? JSON.stringify(body) : undefined);
  });
}

/** The same, for ten seconds more where nobody listens: a socket of an earlier run may wait for the Docker proxy. */
async function patiently(...call) {
  for (let tries = 50; ; tries--) {
    try {
      return await engine(...call);
    } catch (error) {
      if (error.code !== 'ECONNREFUSED' || tries === 0) throw error;
      await sleep(200);
    }
  }
}

/** The id in the path from which the engine mounts /etc/hostname; it holds even where `hostname:` is set. */
function ownContainerId() {
  return /\/containers\/([0-9a-f]{64})\/hostname /.exec(readFileSync('/proc/self/mountinfo', 'utf8'))?.[1];
}

async function introduce() {
  const id = ownContainerId();
  if (!id) return;
  const { status, json: self } = await patiently('GET', `/containers/${id}/json`);
  if (status !== 200) return;

  // The gateway under the manual's name; where there is none, none is missed.
  tell(`DOOR_CONTAINERS=${self.Name.slice(1)},jarvis-nginx`);
  const content = self.Mounts.find((mount) => mount.Type === 'bind' && mount.Destination === '/Backend');
  if (content) tell(`CONTENT_PATH=${content.Source}`);

  if (self.HostConfig.NetworkMode === 'host' || self.NetworkSettings.Networks[network]) return;
  const joined = await engine('POST', `/networks/${network}/connect`, { Container: id });
  if (joined.status !== 200) {
    warn(`not on the network ${network} (${joined.json?.message}); NGINX there will not find this container`);
  }
}

introduce().catch((error) => warn(`the Docker Engine did not answer: ${error.message}`));
