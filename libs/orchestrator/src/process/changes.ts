import type { InstanceEvent } from '../types';

export type ServiceEvent = Extract<InstanceEvent, { kind: 'service' }>;

/** What this program itself did to services, or learned from its child processes. */
export class Changes {
  private readonly queues = new Set<(change: ServiceEvent) => void>();

  tell(change: ServiceEvent): void {
    for (const push of this.queues) push(change);
  }

  /** Calls `push` on each change; returns how to end it. */
  subscribe(push: (change: ServiceEvent) => void): () => void {
    this.queues.add(push);
    return () => void this.queues.delete(push);
  }
}
