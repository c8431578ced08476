// npm run bench -- [SCENARIO …] [--driver process|docker] [--sessions N] [--json FILE]
import { resolve } from 'node:path';
import { readOptions, USAGE, UsageError } from '../bench/options.mjs';
import { build } from './build.mjs';
import { images, INSTANCE_IMAGES } from './images.mjs';
import { dockerSocket, engineAnswers, ensureEngine } from './lib/docker.mjs';
import { ensureNginx } from './lib/nginx.mjs';
import { prepare } from './lib/prepare.mjs';
import { endRunning } from './lib/run.mjs';
import { Hint, main, say, warn } from './lib/say.mjs';
import { stopSignals } from './lib/stop-signals.mjs';
import { which } from './lib/which.mjs';

/** Where an asker's relative path begins: npm runs scripts in the checkout, wherever it was called. */
const fromCaller = (path) => resolve(process.env.INIT_CWD ?? process.cwd(), path);

/** Docker where it is asked for, or answers; else processes. The engine is started where it was asked for. */
async function chooseDriver(asked) {
  const socket = dockerSocket();
  if (asked === 'process') return { driver: 'process', end: async () => undefined };
  if (asked === 'docker') {
    if (!socket) throw new Hint('DOCKER_HOST names an engine on another machine; the bench needs one on this machine.');
    return { driver: 'docker', socket, end: await ensureEngine() };
  }
  if (which('docker') && (await engineAnswers(socket))) return { driver: 'docker', socket, end: async () => undefined };
  say('· No Docker Engine answers: instances are processes (--driver docker starts an engine)');
  return { driver: 'process', end: async () => undefined };
}

async function endWhenAsked(stop) {
  await stopSignals(() => warn('Still cleaning up; it takes a few seconds.'));
  warn('\nStopping and cleaning up');
  stop.abort(new Error('Stopped'));
  endRunning();
}

async function bench() {
  let options;
  try {
    options = readOptions(process.argv.slice(2));
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    warn(`${error.message}\n\n${USAGE}`);
    return 2;
  }
  if (options.help) return say(USAGE);

  await prepare();
  const stop = new AbortController();
  void endWhenAsked(stop);
  let choice;
  try {
    await build();
    choice = await chooseDriver(options.driver);
    if (choice.driver === 'docker') await images(INSTANCE_IMAGES);
    if (options.scenarios.includes('gateway')) await ensureNginx();
    stop.signal.throwIfAborted();
    const { runBench } = await import('../bench/run.mjs');
    const report = await runBench(
      { ...options, ...choice, json: options.json && fromCaller(options.json) },
      stop.signal,
    );
    return report.results.errors > 0 ? 1 : 0;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    return 130;
  } finally {
    await choice?.end();
  }
}

await main(bench);
