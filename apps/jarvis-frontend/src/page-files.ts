import { readdirSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

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
    // All but index.html carry a hash of their content in their name.
    const caching = name === 'index.html' ? 'no-cache' : 'private, max-age=31536000, immutable';
    return new Response(readFileSync(join(folder, name)), {
      headers: { 'Content-Type': type, 'Cache-Control': caching },
    });
  };
}
