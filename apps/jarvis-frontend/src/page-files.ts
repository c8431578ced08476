import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { inlineScripts } from '@app/content-policy';
import { policy } from './security-headers';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
};

/** Serves the files that are in `folder` at the start; the names are fixed, so no path can leave it. */
export function pageFiles(folder: string): (name: string) => Response | undefined {
  const names = new Set(readdirSync(folder));
  return (name) => {
    const type = TYPES[extname(name)];
    if (!type || !names.has(name)) return undefined;
    const content = readFileSync(join(folder, name));
    return new Response(content, {
      headers: { 'Content-Type': type, ...(name === 'index.html' ? forPage(content.toString()) : FOR_PARTS) },
    });
  };
}

const forPage = (html: string) => ({
  'Cache-Control': 'no-cache',
  'Content-Security-Policy': policy({ script: ["'self'", ...inlineScripts(html)].join(' ') }),
});

/** All but index.html carry a hash of their content in their name. */
const FOR_PARTS = { 'Cache-Control': 'private, max-age=31536000, immutable' };
