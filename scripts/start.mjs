// npm start: the whole platform on this machine, until Ctrl-C.
import { join } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { build } from './build.mjs';
import { images, INSTANCE_IMAGES } from './images.mjs';
import { dockerSocket, engineAnswers } from './lib/docker.mjs';
import { freePort } from './lib/free-port.mjs';
import { startHostFirewall } from './lib/host-firewall.mjs';
import { at, checkoutId, data, shown } from './lib/paths.mjs';
import { lastWords, logFile, purge, startManager, untilHealthy } from './lib/platform.mjs';
import { endLeftovers, forget, remember, runningElsewhere } from './lib/previous-run.mjs';
import { startRedis } from './lib/redis.mjs';
import { endRunning } from './lib/run.mjs';
import { readSettings } from './lib/settings.mjs';
import { Hint, main, say, step, warn } from './lib/say.mjs';
import { stopSignals } from './lib/stop-signals.mjs';
import { which } from './lib/which.mjs';

/** The driver to use, and why when it is not Docker. */
async function chooseDriver({ DRIVER }) {
  if (DRIVER) return { driver: DRIVER };
  const socket = dockerSocket();
  if (!socket) return { driver: 'process', why: 'DOCKER_HOST names an engine on another machine' };
  if (!(await engineAnswers(socket))) return { driver: 'process', why: `no Docker Engine answers at ${socket}` };
  if (!which('docker')) return { driver: 'process', why: 'the docker command, which builds the images, is missing' };
  return { driver: 'docker', socket };
}

/** Images for the Docker driver. Without them instances can still run as processes. */
async function withImages(choice, settings) {
  if (choice.driver !== 'docker' || settings.BACKEND_IMAGE || settings.FRONTEND_IMAGE) return choice;
  try {
    await images(INSTANCE_IMAGES);
    return choice;
  } catch (error) {
    if (settings.DRIVER) throw error;
    warn(error.message);
    return { driver: 'process', why: 'the images could not be built' };
  }
}

const announce = ({ url, driver, why, settings }) => {
  const isDefault = !settings.ADMIN_PASSWORD || settings.ADMIN_PASSWORD === 'techsummit2025';
  say(`
Jarvis is up.

  Landing page   ${url}/
  Admin console  ${url}/admin
  API            ${url}/api/docs
  Log            ${shown(logFile)}
`);
  if (driver === 'process') say(`Instances are local processes, isolated from nothing${why ? `: ${why}` : ''}.`);
  else say('Instances are Docker containers.');
  if (isDefault) {
    const username = settings.ADMIN_USERNAME ?? 'admin';
    say(`The admin is ${username} with the default password techsummit2025. Set ADMIN_PASSWORD before others come.`);
  }
  say('\nCtrl-C stops everything and ends all instances.');
};

async function start() {
  await prepare();
  const other = runningElsewhere();
  if (other)
    throw new Hint(`Jarvis already runs here: ${other.url} (process ${other.pid}). Stop it with: kill ${other.pid}`);

  let manager;
  let redis;
  let openFirewall;
  const asked = stopSignals(() => {
    say('Hurrying.');
    manager?.kill();
  });
  const stopped = asked.then(() => {
    endRunning();
    throw new Stopped();
  });
  stopped.catch(() => undefined);
  /** Waits for the work, or rejects as soon as somebody asks to stop. */
  const unlessStopped = (work) => Promise.race([work, stopped]);

  let environment;
  try {
    await unlessStopped(build());
    const settings = readSettings();
    const choice = await unlessStopped(withImages(await chooseDriver(settings), settings));
    if ((await endLeftovers()) > 0) say('· Ended what an interrupted run left; its instances live on');

    const host = settings.HOST ?? '127.0.0.1';
    const wanted = Number(settings.PORT ?? 9001);
    const port = await freePort(wanted, host);
    if (port !== wanted) say(`· Port ${wanted} is taken; using ${port}`);
    const url = `http://${settings.PUBLIC_HOST ?? 'localhost'}:${port}`;

    const pids = { start: process.pid };
    remember(url, pids);
    if (!settings.REDIS_HOST && !settings.REDIS_PATH) {
      redis = await startRedis();
      remember(url, Object.assign(pids, { redis: redis.pid }));
    }
    environment = {
      HOST: host,
      PORT: String(port),
      DRIVER: choice.driver,
      ...(choice.socket ? { DOCKER_SOCKET: choice.socket } : {}),
      ...(redis ? { REDIS_PATH: redis.socket } : {}),
      DEPLOYMENT_ID: settings.DEPLOYMENT_ID ?? `local-${checkoutId}`,
      PROCESS_HOME: settings.PROCESS_HOME ?? join(data, 'process'),
      INSTANCE_DIR: settings.INSTANCE_DIR ?? at('dist/instance'),
      CONTENT_PATH: settings.CONTENT_PATH ?? at('Backend'),
      LANDING_DIR: settings.LANDING_DIR ?? at('landing'),
      ADMIN_UI_DIR: settings.ADMIN_UI_DIR ?? at('dist/admin-ui'),
    };
    openFirewall = await unlessStopped(startHostFirewall(choice.driver, settings));
    manager = startManager(environment);
    remember(url, Object.assign(pids, { manager: manager.pid }));
    await unlessStopped(step('Starting the session manager', () => untilHealthy(manager, url)));
    announce({ url, ...choice, settings });
    const code = await unlessStopped(manager.ended);
    throw new Hint(`The session manager ended (${code}). Its last words:\n${lastWords()}`);
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    return 0;
  } finally {
    await stop({ manager, redis, openFirewall, environment });
  }
}

/** The end of a run that was asked for. */
class Stopped extends Error {}

/** Ends what this run started, in the order in which one needs the other. */
async function stop({ manager, redis, openFirewall, environment }) {
  say('\n· Stopping the session manager');
  await manager?.stop(30_000);
  if (manager) {
    await step('Ending the instances', () => purge(environment)).catch((error) =>
      warn(`Not all instances could be ended: ${error.message}\nThe next npm start takes care of them.`),
    );
  }
  if (redis) say('· Stopping Redis');
  await redis?.stop();
  await openFirewall?.();
  forget();
  say('Stopped. Nothing is left running.');
}

await main(start);
