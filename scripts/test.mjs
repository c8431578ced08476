// npm test [-- --only checks|unit|integration] [jest's arguments, such as a path]
import { delimiter, dirname } from 'node:path';
import { prepare } from './lib/prepare.mjs';
import { build } from './build.mjs';
import { images } from './images.mjs';
import { ensurePackages } from './lib/apt.mjs';
import { ensureChromium } from './lib/chromium.mjs';
import { ensureEngine } from './lib/docker.mjs';
import { jest } from './lib/jest.mjs';
import { removeTestLeftovers } from './lib/leftovers.mjs';
import { ensureNginx } from './lib/nginx.mjs';
import { ensureRedisServer } from './lib/redis.mjs';
import { ensureRsyslog } from './lib/rsyslog.mjs';
import { endRunning, run } from './lib/run.mjs';
import { Hint, main, say, step, warn } from './lib/say.mjs';
import { stopSignals } from './lib/stop-signals.mjs';
import { which } from './lib/which.mjs';

const PARTS = ['checks', 'unit', 'integration'];
const CHECKS = ['typecheck', 'lint', 'imports', 'format:check', 'content:check', 'contract', 'audit'];
/** What it says counts also where it passes. */
const TELLING = ['audit'];
const NOTHING = { passed: 0, failed: 0, skipped: 0 };
const FAILED = { passed: 0, failed: 1, skipped: 0 };

const sum = (one, other) => ({
  passed: one.passed + other.passed,
  failed: one.failed + other.failed,
  skipped: one.skipped + other.skipped,
});

/** Which parts to run, and what to hand to Jest. A path alone leaves the checks out. */
function readArguments(args) {
  const only = [];
  const rest = [];
  for (let index = 0; index < args.length; index++) {
    if (args[index] === '--only') only.push(args[++index]);
    else rest.push(args[index]);
  }
  const unknown = only.filter((part) => !PARTS.includes(part));
  if (unknown.length > 0) throw new Hint(`--only takes ${PARTS.join(', ')}; not ${unknown.join(', ')}.`);
  const all = rest.length > 0 ? PARTS.slice(1) : PARTS;
  return { parts: only.length > 0 ? only : all, jestArguments: rest.length > 0 ? [...rest, '--passWithNoTests'] : [] };
}

async function check(name) {
  try {
    const output = await step(`Checking: ${name}`, () => run('npm', ['run', '--silent', name]));
    if (TELLING.includes(name)) say(output.replaceAll(/^/gm, '  '));
    return NOTHING;
  } catch (error) {
    warn(error.message);
    return FAILED;
  }
}

/** Sets up what integration tests run on; resolves to a function that ends what was started. */
async function setUp() {
  // At the end: a host's own folder must not bring its older Node before the one of this checkout.
  process.env.PATH = `${process.env.PATH}${delimiter}${dirname(await ensureRedisServer())}`;
  await ensureChromium();
  await ensureRsyslog();
  await ensureNginx();
  const endEngine = await ensureEngine();
  try {
    for (const [tool, name = tool] of [['docker-compose'], ['jq'], ['curl'], ['ip', 'iproute2']])
      if (!which(tool)) await ensurePackages([name], name);
    await images();
  } catch (error) {
    await endEngine();
    throw error;
  }
  return endEngine;
}

/**
 * Jest's projects that need the platform's parts, two at a time, for each of them waits half of its time. The pages come in two
 * parts, and after the tests on Docker, whose networks come and go: Chromium gives its connections up with each of them.
 */
async function withParts(jestArguments, signal) {
  const start = async (project, options) =>
    signal.aborted ? NOTHING : jest(project, ['--runInBand', ...jestArguments], signal, options);
  const docker = start('docker');
  const others = start('integration');
  const runs = [
    docker,
    others,
    docker.then(() => start('pages', { shard: '2/2' })),
    Promise.all([docker, others]).then(() => start('pages', { shard: '1/2', portsOf: 'integration' })),
  ];
  return (await Promise.all(runs)).reduce(sum);
}

async function integration(jestArguments, signal) {
  let tearDown;
  try {
    tearDown = await setUp();
  } catch (error) {
    warn(`The integration tests cannot run.\n${error.message}`);
    return FAILED;
  }
  try {
    const counts = await withParts(jestArguments, signal);
    const left = await removeTestLeftovers();
    if (left.length === 0) return counts;
    warn(`Tests left these behind in Docker; they are removed: ${left.join(' ')}`);
    return { ...counts, failed: counts.failed + 1 };
  } finally {
    await tearDown();
  }
}

async function* results({ parts, jestArguments }, signal) {
  try {
    await build();
  } catch (error) {
    warn(error.message);
    yield FAILED;
  }
  if (parts.includes('checks')) for (const name of CHECKS) yield await check(name);
  if (parts.includes('unit')) yield await jest('unit', ['--maxWorkers=2', ...jestArguments], signal);
  if (parts.includes('integration')) yield await integration(jestArguments, signal);
}

/** Ends what runs at the first Ctrl-C, so that the rest cleans up; leaves at once at the second. */
async function endWhenAsked(stop) {
  await stopSignals(() => process.exit(1));
  stop.abort();
  endRunning();
}

async function test() {
  const plan = readArguments(process.argv.slice(2));
  await prepare();
  const stop = new AbortController();
  void endWhenAsked(stop);
  let total = NOTHING;
  for await (const counts of results(plan, stop.signal)) {
    total = sum(total, counts);
    if (stop.signal.aborted) break;
  }
  say(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed > 0 || stop.signal.aborted ? 1 : 0;
}

await main(test);
