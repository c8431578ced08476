import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';
import { themeCss } from './src/theme/theme-css';

const THEME_CSS = 'virtual:theme.css';

/**
 * Writes the theme's CSS variables into the stylesheet at build time. Mantine would add them in a style element while the
 * page runs, which a content security policy without 'unsafe-inline' forbids.
 */
const staticTheme = (): Plugin => ({
  name: 'static-theme',
  resolveId: (id) => (id === THEME_CSS ? `\0${THEME_CSS}` : undefined),
  load: (id) => (id === `\0${THEME_CSS}` ? themeCss() : undefined),
});

/** Puts the guard against parts that are cut off into the page, see there. */
const pageGuard = (): Plugin => ({
  name: 'page-guard',
  transformIndexHtml: {
    order: 'pre',
    handler: (html) =>
      html.replace('%GUARD%', () =>
        readFileSync(fileURLToPath(new URL('../scripts/lib/page-guard.js', import.meta.url)), 'utf8').trim(),
      ),
  },
});

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/admin/',
  // From its source, so that the page needs no build of the package.
  resolve: { alias: { '@jarvis/client': fileURLToPath(new URL('../packages/client/src/index.ts', import.meta.url)) } },
  plugins: [react(), staticTheme(), pageGuard()],
  build: {
    outDir: '../dist/admin-ui',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1000,
    // One stylesheet: those of the pages are small, and a page whose stylesheet does not come would not come either.
    cssCodeSplit: false,
  },
  server: { proxy: { '/api': process.env.JARVIS_API ?? 'http://localhost:9001' } },
});
