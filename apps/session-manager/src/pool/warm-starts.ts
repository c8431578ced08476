import { Inject, Injectable, Logger } from '@nestjs/common';
import type { Config } from '@app/config';
import { warmSessionId } from '@app/orchestrator';
import { CONFIG } from '../composition/tokens';
import { InstanceClient } from '../instances/instance-client';
import { InstancesService } from '../instances/instances.service';
import { makeApiKey } from '../instances/secrets';
import { PoolRepository } from './pool.repository';

const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;

/** How long no start is tried after so many failures in a row. */
export const pauseAfter = (failures: number): number =>
  Math.min(FIRST_PAUSE_MS * 2 ** (failures - 1), LONGEST_PAUSE_MS);

/** Starts warm instances, and knows which starts are under way here. */
@Injectable()
export class WarmStarts {
  private readonly logger = new Logger('Pool');
  private readonly running = new Map<string, { readonly stop: AbortController; readonly end: Promise<void> }>();

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly repository: PoolRepository,
    private readonly instances: InstancesService,
    private readonly client: InstanceClient,
  ) {}

  /** How many more may begin at this moment. */
  get freeHands(): number {
    return Math.max(0, this.config.instances.launchConcurrency - this.running.size);
  }

  has(id: string): boolean {
    return this.running.has(id);
  }

  /** Begins a start that was reserved; `onEnd` is called when it has ended, well or not. */
  begin(id: string, onEnd: () => void): void {
    const stop = new AbortController();
    const end = this.start(id, stop.signal).finally(() => {
      this.running.delete(id);
      onEnd();
    });
    this.running.set(id, { stop, end });
  }

  /** Tells everybody that the starts go on, and gives up those that are not wanted any more. */
  async beat(): Promise<void> {
    await Promise.all(
      [...this.running].map(async ([id, { stop }]) => {
        if (!(await this.repository.note(id, {}, Date.now()))) stop.abort(new Error('Not wanted any more'));
      }),
    );
  }

  /** Resolves when every start has ended. */
  async close(): Promise<void> {
    for (const { stop } of this.running.values()) stop.abort(new Error('The session manager stops'));
    await Promise.allSettled([...this.running.values()].map(({ end }) => end));
  }

  private async start(id: string, stop: AbortSignal): Promise<void> {
    const began = performance.now();
    const signal = AbortSignal.any([stop, AbortSignal.timeout(2 * this.config.instances.launchTimeoutMs)]);
    try {
      const apiKey = makeApiKey();
      if (!(await this.repository.note(id, { apiKey }, Date.now()))) return;
      const spec = {
        instanceId: id,
        sessionId: warmSessionId(id),
        userId: '',
        tokenHash: '',
        // Its own clock begins with the claim; this one is for what a lost Redis leaves behind.
        expiresAt: new Date(Date.now() + this.config.pool.maxAgeHours * 3_600_000),
        apiKey,
        warm: true as const,
      };
      const ports = await this.instances.launch(spec, {
        signal,
        onPorts: async (leased) => {
          if (!(await this.repository.note(id, { ports: leased }, Date.now()))) throw new Error('Not wanted any more');
        },
        onStep: () => undefined,
      });
      await this.client.rehearse({ ...spec, ports }, signal);
      if (await this.repository.makeReady(id, Date.now())) await this.succeeded(id, began);
    } catch (error) {
      if (!stop.aborted) await this.failed(id, error as Error).catch(() => undefined);
    } finally {
      // What did not become ready is retired: by the mark it has got, or by this one.
      await this.giveUp(id).catch(() => undefined);
    }
  }

  private async succeeded(id: string, began: number): Promise<void> {
    await this.repository.setBackoff(undefined);
    this.logger.log(`A warm instance is ready: ${id}`, { milliseconds: Math.round(performance.now() - began) });
  }

  private async failed(id: string, error: Error): Promise<void> {
    this.logger.error(`Failed to start the warm instance ${id}: ${error.message}`, { stack: error.stack });
    const failures = ((await this.repository.backoff())?.failures ?? 0) + 1;
    const until = Date.now() + pauseAfter(failures);
    await this.repository.setBackoff({ failures, until, error: error.message.slice(0, 300) });
  }

  private async giveUp(id: string): Promise<void> {
    await this.repository.retireUnready(id);
    await this.repository.endBeat(id);
  }
}
