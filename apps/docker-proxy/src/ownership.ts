import type { Engine } from './engine';
import { Forbidden } from './forbidden';
import { MANAGED_BY } from './names';
import type { Subject } from './routes';
import type { ProxySettings } from './settings';

type Labels = Readonly<Record<string, string>> | null | undefined;

interface Container {
  readonly Id: string;
  readonly Name: string;
  readonly Config: { readonly Labels: Labels };
  readonly Mounts: readonly { readonly Type: string; readonly Source: string; readonly Destination: string }[];
}

interface Network {
  readonly Name: string;
  readonly Labels: Labels;
}

const MOST_KNOWN = 10_000;
const CONTAINER_ID = /^[0-9a-f]{64}$/;

/** Whose an object is, by the engine's word. What does not exist is nobody's and may be asked for: the engine says so itself. */
export class Ownership {
  /** Ids of own containers: what an id means never changes. */
  private readonly known = new Set<string>();

  constructor(
    private readonly engine: Engine,
    private readonly settings: ProxySettings,
  ) {}

  /** @throws Forbidden */
  async check(subject: Subject, id: string): Promise<void> {
    if (!(await this.holds(subject, id))) throw new Forbidden(`${id} is no ${subject} of this platform`);
  }

  /** @throws Forbidden unless a container may be joined to networks of sessions. */
  async checkDoor(id: string): Promise<void> {
    const container = await this.engine.inspect<Container>(`/containers/${encodeURIComponent(id)}/json`);
    if (container && !this.isDoor(container)) throw new Forbidden(`${id} is no door of this platform`);
  }

  /** @throws Forbidden also where there is no such volume: a container's creation would make one. */
  async checkMount(volume: string): Promise<void> {
    const found = await this.engine.inspect<{ readonly Labels: Labels }>(`/volumes/${volume}`);
    if (!found || !this.isLabelled(found.Labels)) throw new Forbidden(`${volume} is no volume of this platform`);
  }

  /** The folder of the host that instances may mount. */
  async contentPath(): Promise<string | undefined> {
    const { contentPath, doors } = this.settings;
    if (contentPath !== undefined) return contentPath;
    for (const door of doors) {
      const container = await this.engine.inspect<Container>(`/containers/${door}/json`);
      const mount = container?.Mounts.find(({ Type, Destination }) => Type === 'bind' && Destination === '/Backend');
      if (mount) return mount.Source;
    }
    return undefined;
  }

  private holds(subject: Subject, id: string): boolean | Promise<boolean> {
    switch (subject) {
      case 'container':
        return this.isOwnContainer(id, false);
      case 'container or door':
        return this.isOwnContainer(id, true);
      case 'network':
        return this.isOwnNetwork(id, false);
      case 'network or shared network':
        return this.isOwnNetwork(id, true);
      case 'volume':
        return this.isOwnVolume(id);
      case 'image':
        return this.settings.images.includes(id);
    }
  }

  private async isOwnContainer(id: string, orDoor: boolean): Promise<boolean> {
    if (this.known.has(id)) return true;
    const container = await this.engine.inspect<Container>(`/containers/${id}/json`);
    if (!container || (orDoor && this.isDoor(container))) return true;
    if (!this.isLabelled(container.Config.Labels)) return false;
    if (CONTAINER_ID.test(id)) {
      if (this.known.size === MOST_KNOWN) this.known.clear();
      this.known.add(id);
    }
    return true;
  }

  private async isOwnNetwork(id: string, orShared: boolean): Promise<boolean> {
    const network = await this.engine.inspect<Network>(`/networks/${id}`);
    return !network || (orShared && network.Name === this.settings.sharedNetwork) || this.isLabelled(network.Labels);
  }

  private async isOwnVolume(name: string): Promise<boolean> {
    const volume = await this.engine.inspect<{ readonly Labels: Labels }>(`/volumes/${name}`);
    return !volume || this.isLabelled(volume.Labels);
  }

  private isDoor({ Name }: Container): boolean {
    return this.settings.doors.includes(Name.slice(1));
  }

  private isLabelled(labels: Labels): boolean {
    return labels?.['managed_by'] === MANAGED_BY && labels['deployment'] === this.settings.deployment;
  }
}
