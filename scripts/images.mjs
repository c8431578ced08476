// Builds the platform's images, skipping what is up to date: node scripts/images.mjs [NAME…]
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensurePackages } from './lib/apt.mjs';
import { digestOf } from './lib/hash.mjs';
import { at } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run, succeeds } from './lib/run.mjs';
import { Hint, main, say, step } from './lib/say.mjs';
import { which } from './lib/which.mjs';

const COMMON = ['package-lock.json', 'tsconfig.json', 'scripts/build.mjs', 'docker/healthy.sh'];
const INSTANCE = [...COMMON, 'scripts/build-instance.mjs'];
const MANAGER = [
  ...COMMON,
  'nest-cli.json',
  'libs',
  'apps/session-manager',
  'docker/session-manager',
  'admin-ui',
  'packages/client',
  'landing',
  'scripts/lib/page-guard.js',
];

/** What each image's content depends on; `standsInFor` is the public image whose name ours takes where that cannot be pulled. */
const IMAGES = {
  backend: {
    tag: 'jarvis-backend-prod:latest',
    file: 'backend-prod.Dockerfile',
    inputs: [...INSTANCE, 'libs/egress', 'apps/jarvis-backend', 'Backend'],
  },
  frontend: {
    tag: 'jarvis-frontend:prod',
    file: 'frontend-prod.Dockerfile',
    inputs: [...INSTANCE, 'libs/content-policy', 'scripts/lib/page-guard.js', 'apps/jarvis-frontend'],
  },
  'session-manager': { tag: 'session-manager:latest', file: 'Dockerfile', inputs: MANAGER },
  'docker-proxy': {
    tag: 'jarvis-docker-proxy:latest',
    file: 'docker/docker-proxy/Dockerfile',
    inputs: [...COMMON, 'libs/config', 'apps/docker-proxy', 'docker/docker-proxy'],
  },
  'host-firewall': {
    tag: 'jarvis-host-firewall:latest',
    file: 'docker/host-firewall/Dockerfile',
    context: 'docker',
    inputs: ['docker/host-firewall', 'docker/host-firewall.sh'],
  },
  redis: { tag: 'jarvis-redis:latest', context: 'docker/redis', standsInFor: 'redis:alpine' },
  nginx: { tag: 'jarvis-nginx:latest', context: 'docker/nginx', standsInFor: 'nginx:alpine' },
};

export const IMAGE_NAMES = Object.keys(IMAGES);

/** What attendees' instances are made of. */
export const INSTANCE_IMAGES = ['backend', 'frontend'];

const { BASE_IMAGE = 'debian:12.15-slim', NODE_IMAGE = 'node:24.21.0-bookworm-slim' } = process.env;
const BASES = [BASE_IMAGE, NODE_IMAGE];

/** The id and our input digest of a local image; undefined when there is none. */
const inspect = (tag) =>
  run('docker', ['image', 'inspect', '--format', '{{.Id}} {{json .Config.Labels}}', tag]).then(
    (output) => {
      const [, id, labels] = /^(\S+) (.*)$/.exec(output.trim());
      return { id, inputs: JSON.parse(labels)?.['jarvis.inputs'] };
    },
    () => undefined,
  );

/** Pulls an image; false where no registry has it or answers. */
const pulled = (tag) => succeeds('docker', ['pull', '--quiet', tag], { timeout: 600_000 });

/** Base images are pulled, or made from packages on a Debian machine that reaches no registry. */
async function ensureBases() {
  for (const tag of BASES) {
    if ((await inspect(tag)) || (await step(`Pulling ${tag}`, () => pulled(tag)))) continue;
    if (tag.includes('@')) throw new Hint(`${tag} cannot be pulled, and what has a digest cannot be made here.`);
    say('  No image registry answers: making it from packages');
    if (!which('mmdebstrap')) await ensurePackages(['mmdebstrap'], `No image registry answers, and mmdebstrap`);
    await step('Making the base images', () => run(at('docker/offline/base-images.sh'), [], { env: offlineTools() }));
    return;
  }
}

/** The Node that package-lock.json names for this machine, and the npm that runs here. */
function offlineTools() {
  const npm = which('npm');
  if (!npm) throw new Hint('npm is missing from PATH.');
  return {
    NODE_BINARY: at(`node_modules/node-linux-${process.arch}/bin/node`),
    NPM_DIR: dirname(dirname(realpathSync(npm))),
  };
}

/** The builder's steps, without their output. */
function showStep(line) {
  if (/^Step \d+\/\d+ : (RUN|COPY)|^#\d+ \[/.test(line)) say(`    ${line.slice(0, 110)}`);
}

async function buildImage(name, bases) {
  const { tag, file, context = '.', inputs = [context] } = IMAGES[name];
  const digest = digestOf(file ? [file, ...inputs] : inputs, bases);
  if ((await inspect(tag))?.inputs === digest) return;
  const dockerfile = file ?? join(context, 'Dockerfile');
  const label = ['--label', `jarvis.inputs=${digest}`];
  const args = [`BASE_IMAGE=${BASE_IMAGE}`, ...(file ? [`NODE_IMAGE=${NODE_IMAGE}`] : [])];
  const base = args.flatMap((arg) => ['--build-arg', arg]);
  await step(`Building the image ${tag}`, () =>
    run('docker', ['build', '--force-rm', ...label, ...base, '--file', dockerfile, '--tag', tag, context], {
      onLine: showStep,
    }),
  );
}

/** Brings the named images up to date. */
export async function images(names = IMAGE_NAMES) {
  await ensureBases();
  const bases = (await Promise.all(BASES.map(inspect))).map((base) => base.id).join();
  for (const name of names) await buildImage(name, bases);
  for (const { tag, standsInFor } of names.map((name) => IMAGES[name]).filter((image) => image.standsInFor)) {
    if ((await inspect(standsInFor)) || (await pulled(standsInFor))) continue;
    await run('docker', ['tag', tag, standsInFor]);
    say(`  No image registry answers: ${standsInFor} is a second name of ${tag}`);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    const names = process.argv.slice(2);
    const unknown = names.filter((name) => !IMAGE_NAMES.includes(name));
    if (unknown.length > 0)
      throw new Hint(`No such image: ${unknown.join(', ')}. There are: ${IMAGE_NAMES.join(', ')}.`);
    await prepare();
    await images(names.length > 0 ? names : undefined);
  });
}
