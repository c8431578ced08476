import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

const DEEPEST = 8;
const MOST_FOLDERS = 20_000;
const ID = '{id}';
const CONTAINER = /[0-9a-f]{64}/;

/**
 * Finds containers' groups in a hierarchy. How the engine names them (`docker/{id}`, `system.slice/docker-{id}.scope`, below
 * whatever it runs in itself) is learned from one that a search by its id finds.
 */
export class CgroupFolders {
  private readonly patterns = new Set<string>();

  constructor(private readonly root: string) {}

  /** The groups' folders by container id; those that cannot be seen from here are missing. */
  async find(ids: readonly string[]): Promise<Map<string, string>> {
    const found = await this.byPattern(ids);
    const missing = ids.filter((id) => !found.has(id));
    if (missing.length === 0 || !(await this.learn(missing))) return found;
    return new Map([...found, ...(await this.byPattern(missing))]);
  }

  private async byPattern(ids: readonly string[]): Promise<Map<string, string>> {
    const rows = await Promise.all(ids.map(async (id) => [id, await this.existing(id)] as const));
    return new Map(rows.filter((row): row is [string, string] => row[1] !== undefined));
  }

  private async existing(id: string): Promise<string | undefined> {
    for (const pattern of this.patterns) {
      const folder = join(this.root, pattern.replace(ID, id));
      if (await isFolder(folder)) return folder;
    }
    return undefined;
  }

  /** Looks for groups of these containers until each was seen or all was searched; false when there is nothing new. */
  private async learn(ids: readonly string[]): Promise<boolean> {
    const known = this.patterns.size;
    const wanted = new Set(ids);
    for await (const { parent, name } of folders(this.root)) {
      const id = CONTAINER.exec(name)?.[0] ?? '';
      if (wanted.delete(id)) this.patterns.add(join(parent, name.replace(id, ID)));
      if (wanted.size === 0) break;
    }
    return this.patterns.size > known;
  }
}

const isFolder = async (path: string): Promise<boolean> =>
  (await stat(path).catch(() => undefined))?.isDirectory() ?? false;

/** The folders below a root, the higher ones first: an engine may itself run in a container's group. */
async function* folders(root: string): AsyncGenerator<{ readonly parent: string; readonly name: string }> {
  let level = [''];
  let seen = 0;
  for (let depth = 0; depth < DEEPEST && level.length > 0; depth++) {
    const next: string[] = [];
    for (const parent of level) {
      const entries = await readdir(join(root, parent), { withFileTypes: true }).catch(() => []);
      for (const { name } of entries.filter((entry) => entry.isDirectory())) {
        if (++seen > MOST_FOLDERS) return;
        yield { parent, name };
        next.push(join(parent, name));
      }
    }
    level = next;
  }
}
