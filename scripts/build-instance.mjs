// Bundles the attendee's two servers and the page into dist/instance: single files that need Node and nothing else.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

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
  const names = { SCRIPT: named('.js'), STYLE: named('.css'), ICON: iconName };
  await writeFile(
    join(outDir, 'index.html'),
    html.replaceAll(/%(SCRIPT|STYLE|ICON)%/g, (_, key) => names[key]),
  );
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const started = Date.now();
  // An argument names another folder than dist/instance.
  const { backend } = await buildInstance(process.argv[2] && resolve(process.argv[2]));
  console.log(`Built ${resolve(backend, '..')} in ${Date.now() - started} ms`);
}
