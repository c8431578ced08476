import { Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import {
  Orchestrator,
  type InstanceEvent,
  type ObservedInstance,
  type Service,
  type ServiceState,
} from '@app/orchestrator';
import { setTimeout as sleep } from 'node:timers/promises';
import { Subject } from 'rxjs';

const AGAIN_MS = 1_000;

export type ServiceStates = Partial<Record<Service, ServiceState>>;

/** What every service does, from one list call and then the engine's events; nobody asks the engine per container. */
@Injectable()
export class InstanceStates implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('InstanceStates');
  private readonly states = new Map<string, ServiceStates>();
  private readonly subject = new Subject<InstanceEvent>();
  private readonly stop = new AbortController();
  private connected = false;

  /** The engine's events, after `of` already tells the new state. */
  readonly events = this.subject.asObservable();

  constructor(private readonly orchestrator: Orchestrator) {}

  onApplicationBootstrap(): void {
    void this.follow();
  }

  onApplicationShutdown(): void {
    this.stop.abort();
    this.subject.complete();
  }

  /** Whether the engine's events arrive at this moment. */
  get isConnected(): boolean {
    return this.connected;
  }

  of(instanceId: string): ServiceStates {
    return this.states.get(instanceId) ?? {};
  }

  /** Takes over what a list of the engine says of all instances. */
  take(instances: readonly ObservedInstance[]): void {
    this.states.clear();
    for (const { instanceId, services } of instances) this.states.set(instanceId, services);
    this.connected = true;
  }

  private async follow(): Promise<void> {
    const { signal } = this.stop;
    while (!signal.aborted) {
      try {
        for await (const event of this.orchestrator.watch(signal)) {
          await this.apply(event);
          this.subject.next(event);
        }
      } catch (error) {
        if (signal.aborted) return;
        this.connected = false;
        this.logger.error(`Failed to follow the engine: ${(error as Error).message}`);
        await sleep(AGAIN_MS);
      }
    }
  }

  private async apply(event: InstanceEvent): Promise<void> {
    switch (event.kind) {
      case 'connected':
        await this.reload();
        return;
      case 'lost':
        this.connected = false;
        this.logger.error('The container engine is away');
        return;
      case 'service': {
        const { [event.service]: _, ...others } = this.of(event.instanceId);
        const states = event.state === undefined ? others : { ...others, [event.service]: event.state };
        if (Object.keys(states).length === 0) this.states.delete(event.instanceId);
        else this.states.set(event.instanceId, states);
      }
    }
  }

  private async reload(): Promise<void> {
    try {
      this.take(await this.orchestrator.list(AbortSignal.timeout(30_000)));
    } catch (error) {
      this.logger.warn(`The engine's list did not arrive: ${(error as Error).message}`);
    }
  }
}
