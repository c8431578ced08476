// Builds everything into dist/, skipping what is up to date: node scripts/build.mjs
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkWeight } from './lib/bundle-size.mjs';
import { digestOf } from './lib/hash.mjs';
import { at } from './lib/paths.mjs';
import { prepare } from './lib/prepare.mjs';
import { run } from './lib/run.mjs';
import { main, step } from './lib/say.mjs';

const COMMON = ['package-lock.json', 'tsconfig.json'];

/** What is built: from which files, by which command, a file that is there afterwards, and what else must be true of it. */
const BUILDS = {
  'session manager': {
    inputs: [...COMMON, 'nest-cli.json', 'apps/session-manager/src', 'apps/session-manager/tsconfig.app.json', 'libs'],
    command: ['nest', ['build', 'session-manager']],
    output: 'dist/apps/session-manager/apps/session-manager/src/main.js',
  },
  'instance servers and page': {
    inputs: [
      ...COMMON,
      'scripts/build-instance.mjs',
      'scripts/lib/page-guard.js',
      'apps/jarvis-backend',
      'apps/jarvis-frontend',
      'libs/content-policy',
      'libs/egress',
    ],
    command: ['node', ['scripts/build-instance.mjs']],
    output: 'dist/instance/backend.cjs',
  },
  'docker proxy': {
    inputs: [...COMMON, 'apps/docker-proxy', 'libs/config'],
    command: [
      'esbuild',
      [
        'apps/docker-proxy/src/main.ts',
        '--outfile=dist/docker-proxy/proxy.cjs',
        '--bundle',
        '--platform=node',
        '--target=node22',
        '--minify',
        '--legal-comments=none',
        '--log-level=warning',
      ],
    ],
    output: 'dist/docker-proxy/proxy.cjs',
  },
  'admin console': {
    inputs: [...COMMON, 'admin-ui', 'packages/client', 'scripts/lib/bundle-size.mjs', 'scripts/lib/page-guard.js'],
    command: ['vite', ['build', '--config', 'admin-ui/vite.config.ts', '--logLevel', 'warn']],
    output: 'dist/admin-ui/index.html',
    check: () => checkWeight(at('dist/admin-ui/assets')),
  },
};

const stampOf = (name) => at('dist/.stamps', name.replaceAll(' ', '-'));
const read = (path) => (existsSync(path) ? readFileSync(path, 'utf8') : undefined);

/** Brings dist/ up to date, or the named parts of it. */
export async function build(names = Object.keys(BUILDS)) {
  for (const name of names) {
    const { inputs, command, output, check } = BUILDS[name];
    const stamp = stampOf(name);
    const digest = digestOf(inputs);
    if (existsSync(at(output)) && read(stamp) === digest) continue;
    rmSync(stamp, { force: true });
    await step(`Building the ${name}`, () => run(...command));
    if (!existsSync(at(output))) throw new Error(`The build of the ${name} made no ${output}.`);
    check?.();
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, digest);
  }
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  await main(async () => {
    await prepare();
    await build();
  });
}
