// Bundles the attendee's two servers and the page into dist/instance, single files that need Node and nothing else, and the API's documentation beside them.
import { createHash } from 'node:crypto';
import { copyFile, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const require = createRequire(import.meta.url);
const root = resolve(fileURLToPath(import.meta.url), '../..');

/** Builds into `outDir` and returns the paths of what was built. The old build stays until the new one is complete. */
export async function buildInstance(outDir = join(root, 'dist/instance')) {
  const staging = `${outDir}.${process.pid}`;
  await rm(staging, { recursive: true, force: true });
  await mkdir(join(staging, 'page'), { recursive: true });
  try {
    await Promise.all([
      bundleServer('backend', staging),
      bundleServer('frontend', staging),
      bundlePage(join(staging, 'page')),
      writeDocs(join(staging, 'docs')),
    ]);
    await rm(outDir, { recursive: true, force: true });
    await rename(staging, outDir);
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
  return { backend: join(outDir, 'backend.cjs'), frontend: join(outDir, 'frontend.cjs'), page: join(outDir, 'page') };
}

const bundleServer = (name, outDir) =>
  build({
    entryPoints: [join(root, `apps/jarvis-${name}/src/main.ts`)],
    outfile: join(outDir, `${name}.cjs`),
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    minify: true,
    legalComments: 'none',
    logLevel: 'warning',
  });

async function bundlePage(outDir) {
  const source = join(root, 'apps/jarvis-frontend/page');
  const result = await build({
    entryPoints: { app: join(source, 'main.tsx'), style: join(source, 'style.css') },
    outdir: outDir,
    entryNames: '[name]-[hash]',
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'esm',
    minify: true,
    legalComments: 'none',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    tsconfig: join(source, 'tsconfig.json'),
    metafile: true,
    logLevel: 'warning',
  });
  const named = (extension) => {
    const path = Object.keys(result.metafile.outputs).find((output) => output.endsWith(extension));
    return path.slice(path.lastIndexOf('/') + 1);
  };
  const icon = await readFile(join(source, 'icon.svg'));
  const iconName = `icon-${createHash('sha256').update(icon).digest('hex').slice(0, 8).toUpperCase()}.svg`;
  await writeFile(join(outDir, iconName), icon);
  const html = await readFile(join(source, 'index.html'), 'utf8');
  const guard = (await readFile(join(root, 'scripts/lib/page-guard.js'), 'utf8')).trim();
  const values = { GUARD: guard, SCRIPT: named('.js'), STYLE: named('.css'), ICON: iconName };
  await writeFile(
    join(outDir, 'index.html'),
    html.replaceAll(/%(GUARD|SCRIPT|STYLE|ICON)%/g, (_, key) => values[key]),
  );
}

/** The OpenAPI document of the backend, and Swagger UI, which shows it. */
async function writeDocs(outDir) {
  await mkdir(outDir, { recursive: true });
  const source = join(root, 'apps/jarvis-backend');
  const swagger = dirname(require.resolve('swagger-ui-dist/package.json'));
  const { version } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const program = join(outDir, 'document.cjs');
  await build({
    entryPoints: [join(source, 'src/openapi/document.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    target: 'node22',
    format: 'cjs',
    logLevel: 'warning',
  });
  const { createDocument } = require(program);
  await rm(program);
  await writeFile(join(outDir, 'openapi.json'), `${JSON.stringify(createDocument(version), undefined, 2)}\n`);
  for (const name of ['index.html', 'start.js']) await copyFile(join(source, 'docs-page', name), join(outDir, name));
  for (const name of ['swagger-ui-bundle.js', 'swagger-ui.css'])
    await copyFile(join(swagger, name), join(outDir, name));
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  // An argument names another folder than dist/instance.
  const { backend } = await buildInstance(process.argv[2] && resolve(process.argv[2]));
  console.log(`Built ${resolve(backend, '..')} in ${Date.now() - started} ms`);
}
