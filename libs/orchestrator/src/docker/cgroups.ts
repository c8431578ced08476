import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceUsage } from '../facts';
import { eachOf } from '../settled';
import type { CgroupTexts, CgroupVersion } from './cgroup-files';
import { CGROUP_FILES, cgroupUsage } from './cgroup-files';
import { CgroupFolders } from './cgroup-folders';

const WIDTH = 32;
const CPU_CONTROLLERS = ['cpuacct', 'cpu,cpuacct'];

interface Hierarchies {
  readonly version: CgroupVersion;
  /** Where the groups lie that count CPU time, and those that count memory. */
  readonly cpu: string;
  readonly memory: string;
}

/** The host's control groups, as far as this program can see them. */
export class Cgroups {
  private readonly known = new Map<string, CgroupFolders>();

  constructor(private readonly root: string) {}

  /** What these containers use; those whose groups cannot be seen from here are missing. */
  async usage(ids: readonly string[]): Promise<Map<string, ServiceUsage>> {
    const used = new Map<string, ServiceUsage>();
    const found = ids.length > 0 ? await this.hierarchies() : undefined;
    if (!found) return used;
    const memory = await this.folders(found.memory).find(ids);
    const cpu = await this.folders(found.cpu).find([...memory.keys()]);
    await eachOf([...cpu], WIDTH, async ([id, cpuFolder]) => {
      const usage = await read(found.version, cpuFolder, memory.get(id) ?? '');
      if (usage) used.set(id, usage);
    });
    return used;
  }

  private folders(hierarchy: string): CgroupFolders {
    const folders = this.known.get(hierarchy) ?? new CgroupFolders(hierarchy);
    this.known.set(hierarchy, folders);
    return folders;
  }

  private async hierarchies(): Promise<Hierarchies | undefined> {
    const { root } = this;
    const memory = join(root, 'memory');
    if (await exists(memory)) {
      for (const controller of CPU_CONTROLLERS) {
        const cpu = join(root, controller);
        if (await exists(cpu)) return { version: 1, cpu, memory };
      }
    }
    return (await exists(join(root, 'cgroup.controllers'))) ? { version: 2, cpu: root, memory: root } : undefined;
  }
}

const exists = (path: string): Promise<boolean> =>
  stat(path).then(
    () => true,
    () => false,
  );

/** A container that ends meanwhile takes its group along. */
async function read(
  version: CgroupVersion,
  cpuFolder: string,
  memoryFolder: string,
): Promise<ServiceUsage | undefined> {
  const files = CGROUP_FILES[version];
  try {
    const texts: CgroupTexts = {
      cpu: await readFile(join(cpuFolder, files.cpu), 'utf8'),
      memory: await readFile(join(memoryFolder, files.memory), 'utf8'),
      memoryStat: await readFile(join(memoryFolder, files.memoryStat), 'utf8'),
      limit: await readFile(join(memoryFolder, files.limit), 'utf8'),
    };
    return cgroupUsage(version, texts);
  } catch {
    return undefined;
  }
}
