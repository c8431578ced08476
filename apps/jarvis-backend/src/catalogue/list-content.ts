import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface ContentFolders {
  readonly generators: string;
  readonly parsers: string;
}

export type ContentKind = 'products' | 'scenarios' | 'parsers';

export interface ListedFile {
  readonly kind: ContentKind;
  readonly name: string;
  readonly path: string;
  /** Differs when the file was written or replaced. */
  readonly stamp: string;
}

export interface Listing {
  readonly files: readonly ListedFile[];
  readonly problems: readonly { readonly kind: ContentKind; readonly reason: string }[];
  /** Differs when any file came, went or changed. */
  readonly stamp: string;
}

/** The content files as they are on the disk now. Nothing is watched: bind mounts of containers do not always tell of changes. */
export function listContent({ generators, parsers }: ContentFolders): Listing {
  const folders = [
    ['products', join(generators, 'products')],
    ['scenarios', join(generators, 'scenarios')],
    ['parsers', parsers],
  ] as const;
  const problems: { kind: ContentKind; reason: string }[] = [];
  const files = folders.flatMap(([kind, folder]) => {
    try {
      return listFolder(kind, folder);
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code ?? String(error);
      problems.push({ kind, reason: `The folder cannot be read (${code})` });
      return [];
    }
  });
  return { files, problems, stamp: JSON.stringify([files.map(({ path, stamp }) => [path, stamp]), problems]) };
}

const listFolder = (kind: ContentKind, folder: string): ListedFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.json') && !name.startsWith('.'))
    .toSorted()
    .map((name) => ({ kind, name, path: join(folder, name), stamp: stampOf(join(folder, name)) }));

/** A file that goes away meanwhile is still listed; reading it tells the rest. */
function stampOf(path: string): string {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.ino}:${stat.size}:${stat.mtimeMs}:${stat.ctimeMs}` : 'gone';
}
