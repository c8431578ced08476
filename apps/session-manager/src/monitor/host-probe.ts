import { existsSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { cpus, freemem, totalmem } from 'node:os';
import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import { Orchestrator, type HostFacts } from '@app/orchestrator';
import { busyPercent, cpuTimes } from './cpu-times';
import type { HostDto } from './dashboard.dto';

/** The engine's facts hardly ever change; one that does not answer is asked again sooner. */
const FACTS_MS = 30_000;
const AGAIN_MS = 5_000;
const TIMEOUT_MS = 2_000;

export interface HostReading {
  readonly host: HostDto;
  /** What the engine last called its version. */
  readonly version?: string;
}

/** Reads the machine on which instances run, as far as this program, which runs on it too, can see it. */
@Injectable()
export class HostProbe {
  private times = cpuTimes(cpus());
  private cpuPercent: number | null = null;
  private facts: HostFacts | undefined;
  private nextAt = -Infinity;

  constructor(private readonly orchestrator: Orchestrator) {}

  @Interval(2_000)
  look(): void {
    const times = cpuTimes(cpus());
    this.cpuPercent = busyPercent(this.times, times) ?? this.cpuPercent;
    this.times = times;
  }

  async read(): Promise<HostReading> {
    await this.ask();
    const memory = this.facts?.memoryBytes ?? totalmem();
    const disk = await diskOf(this.facts?.dataRoot);
    return {
      host: {
        cpus: this.facts?.cpus ?? cpus().length,
        cpu_percent: this.cpuPercent,
        memory_bytes: memory,
        memory_used_bytes: Math.max(0, memory - freemem()),
        disk_bytes: disk?.total ?? null,
        disk_used_bytes: disk?.used ?? null,
      },
      ...(this.facts !== undefined && { version: this.facts.version }),
    };
  }

  private async ask(): Promise<void> {
    if (performance.now() < this.nextAt) return;
    this.nextAt = performance.now() + AGAIN_MS;
    try {
      this.facts = await this.orchestrator.host(AbortSignal.timeout(TIMEOUT_MS));
      this.nextAt = performance.now() + FACTS_MS;
    } catch {
      // The last facts hold.
    }
  }
}

/**
 * The file system of a folder of the host. A container cannot see that folder, but its own root lies on the same disk. What is kept
 * back for root counts as used.
 */
async function diskOf(folder: string | undefined): Promise<{ total: number; used: number } | undefined> {
  const path = existsSync('/.dockerenv') ? '/' : folder;
  if (path === undefined) return undefined;
  try {
    const { blocks, bavail, bsize } = await statfs(path);
    return { total: blocks * bsize, used: (blocks - bavail) * bsize };
  } catch {
    return undefined;
  }
}
