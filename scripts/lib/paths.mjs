import { createHash } from 'node:crypto';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The checkout. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** What the scripts keep between runs: Redis data, logs, downloaded programs. Safe to delete while nothing runs. */
export const data = join(root, '.data');

/** A path inside the checkout. */
export const at = (...parts) => join(root, ...parts);

/** A path as a reader in the checkout would type it. */
export const shown = (path) => relative(process.cwd(), path) || '.';

/** Names this checkout among others on the machine; the same at every run. */
export const checkoutId = createHash('sha256').update(root).digest('hex').slice(0, 8);
