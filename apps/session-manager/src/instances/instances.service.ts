import { Injectable, Logger } from '@nestjs/common';
import {
  Orchestrator,
  PortConflictError,
  type InstanceRef,
  type InstanceSpec,
  type LaunchStep,
  type PortPair,
} from '@app/orchestrator';
import { PortAllocator } from '@app/ports';

/** How many port pairs are tried before a launch gives up: ports that others hold are rare. */
const PORT_TRIES = 8;

/** What a launch asks of the instances: all but the ports, which are leased here. */
export type LaunchRequest = Omit<InstanceSpec, 'ports'>;

export interface LaunchHooks {
  readonly signal: AbortSignal;
  /** Called with the lease before anything uses it. */
  readonly onPorts: (ports: PortPair) => Promise<void>;
  readonly onStep: (step: LaunchStep) => void;
}

/** Starts and ends pairs on leased ports. */
@Injectable()
export class InstancesService {
  private readonly logger = new Logger('Instances');

  constructor(
    private readonly orchestrator: Orchestrator,
    private readonly ports: PortAllocator,
  ) {}

  /** Starts a pair on leased ports, which it resolves with; a port that something else holds is set aside and another pair is tried. */
  async launch(request: LaunchRequest, hooks: LaunchHooks): Promise<PortPair> {
    for (let tries = PORT_TRIES; ; tries -= 1) {
      const lease = await this.ports.lease(request.instanceId);
      const ports = { frontend: lease.frontend, backend: lease.backend };
      await hooks.onPorts(ports);
      try {
        await this.orchestrator.launch({ ...request, ports }, hooks);
        return ports;
      } catch (error) {
        if (!(error instanceof PortConflictError) || tries <= 1) throw error;
        this.logger.warn(
          `Port ${error.port} is held by another program; another pair is tried for ${request.sessionId}`,
        );
        await this.orchestrator.remove(request, { signal: hooks.signal, keepVolume: true });
        await this.ports.setAside(request.instanceId, error.port);
      }
    }
  }

  /** Gives a claimed pair the names of its session; safe to repeat. */
  rename(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    return this.orchestrator.rename(ref, signal);
  }

  /** Ends the pair and gives back all it had; safe to repeat. */
  async retire(ref: InstanceRef, options: { signal: AbortSignal; keepVolume: boolean }): Promise<void> {
    await this.orchestrator.remove(ref, options);
    await this.ports.release(ref.instanceId);
  }

  /** Removes what an ended pair left on disk, unless something has it by now; safe to repeat. */
  async purge(ref: InstanceRef, signal: AbortSignal): Promise<void> {
    await this.orchestrator.purge(ref, signal);
    await this.ports.release(ref.instanceId);
  }
}
