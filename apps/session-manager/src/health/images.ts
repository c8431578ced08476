import { Inject, Injectable } from '@nestjs/common';
import type { Config } from '@app/config';
import { Orchestrator } from '@app/orchestrator';
import { CONFIG } from '../composition/tokens';

const FRESH_MS = 30_000;

/** Which images (or, without containers, programs) this host has. */
@Injectable()
export class Images {
  private last: { readonly missing: readonly string[]; readonly at: number } = { missing: [], at: -Infinity };

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly orchestrator: Orchestrator,
  ) {}

  /** Asked of the engine at most twice a minute; an engine that is away keeps the last answer. */
  async missing(): Promise<readonly string[]> {
    if (performance.now() - this.last.at > FRESH_MS) {
      this.last = { ...this.last, at: performance.now() };
      try {
        const missing = await this.orchestrator.missingImages(AbortSignal.timeout(2_000));
        this.last = { missing, at: performance.now() };
      } catch {
        return this.last.missing;
      }
    }
    return this.last.missing;
  }

  /** All that a launch needs. Programs are named only where they are missing. */
  async list(): Promise<{ name: string; present: boolean }[]> {
    const missing = await this.missing();
    const { driver } = this.config.instances;
    const needed = driver === 'docker' ? Object.values(this.config.docker.images) : [];
    return [...new Set([...needed, ...missing])].map((name) => ({ name, present: !missing.includes(name) }));
  }
}
