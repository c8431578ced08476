import type { HostFacts, InstanceUsage, LogLine, LogOptions, RetainedVolume } from './facts';
import type {
  InstanceEvent,
  InstanceRef,
  InstanceSpec,
  LaunchOptions,
  ObservedInstance,
  RemoveOptions,
  Service,
} from './types';

/**
 * Runs instances (a frontend and backend pair with its volume). Drivers pass one contract, `orchestrator.contract.ts`.
 * Every method rejects with an error of `errors.ts`; `EngineUnavailableError` says that a later try may work. After an
 * abort it rejects with the signal's reason, and by then nothing that it began is still under way.
 */
export abstract class Orchestrator {
  /** The driver's name, as health and the admin page show it. */
  abstract readonly driver: 'docker' | 'process';

  /** The images (or, without containers, programs) that a launch needs and this host does not have. */
  abstract missingImages(signal: AbortSignal): Promise<string[]>;

  /** Resolves when the engine answers; rejects with `EngineUnavailableError`. */
  abstract ping(signal: AbortSignal): Promise<void>;

  /**
   * 16 hex digits that change when a pair started now would differ from one started before: by its images (programs) or by
   * this driver's options, never by what is each instance's own. An image that is missing counts by its name.
   */
  abstract revision(signal: AbortSignal): Promise<string>;

  /**
   * Starts the pair and resolves when both services answer HTTP. What an earlier try of the same instance left, whatever
   * its names, is replaced; its volume is kept. After a rejection nothing is given back: the caller removes the instance.
   */
  abstract launch(spec: InstanceSpec, options: LaunchOptions): Promise<void>;

  /**
   * Gives both services of `ref.instanceId`, running or not, the names that follow from `ref.sessionId`; they go on undisturbed.
   * Volume and network (here, all that lies on disk) keep the names of their birth. May be repeated; rejects with
   * `InstanceNotFoundError` when there is no such pair.
   */
  abstract rename(ref: InstanceRef, signal: AbortSignal): Promise<void>;

  /** Starts the services of an existing instance that have ended, and resolves when both answer HTTP. */
  abstract resume(ref: InstanceRef, signal: AbortSignal): Promise<void>;

  /**
   * Ends both services of an existing instance, as far as they run, starts them again and resolves when both answer HTTP. Ports,
   * volume and names stay. It does not look like a stop that somebody asked for, and when it fails halfway `resume` finishes
   * it. Rejects with `InstanceNotFoundError` when there is no such pair.
   */
  abstract restart(ref: InstanceRef, signal: AbortSignal): Promise<void>;

  /** Ends both services and removes all that belongs to the instance; removing what is gone succeeds. */
  abstract remove(ref: InstanceRef, options: RemoveOptions): Promise<void>;

  /** All that runs or lies about and carries this deployment's labels, partial instances too. One engine call per kind. */
  abstract list(signal: AbortSignal): Promise<ObservedInstance[]>;

  /**
   * What all running instances use, warm ones too, by instance id. What cannot be read is missing, and so is what was not read
   * before the signal aborted: engines may take a second for each container.
   */
  abstract usage(signal: AbortSignal): Promise<Map<string, InstanceUsage>>;

  /**
   * What a service prints: the end of what it did, then, with `follow`, each further line as it comes, over restarts too, until
   * the service is removed or the signal aborts, which is no error then. Reads no faster than the caller does. Throws
   * `InstanceNotFoundError` when there is no such service.
   */
  abstract logs(ref: InstanceRef, service: Service, options: LogOptions, signal: AbortSignal): AsyncIterable<LogLine>;

  /** The machine on which instances run. */
  abstract host(signal: AbortSignal): Promise<HostFacts>;

  /**
   * The volumes without a service beside them: kept for the retention time, orphaned, or of a launch that has just begun.
   * `purge` removes one.
   */
  abstract retained(signal: AbortSignal): Promise<RetainedVolume[]>;

  /**
   * Removes the volume that an instance left, and nothing else: rejects with `VolumeInUseError` when anything has it by now,
   * a service that has ended too. Purging what is gone succeeds.
   */
  abstract purge(ref: InstanceRef, signal: AbortSignal): Promise<void>;

  /** The API key that the instance was started with; rejects with `InstanceNotFoundError`. */
  abstract apiKey(ref: InstanceRef, signal: AbortSignal): Promise<string>;

  /** The base URL at which this program reaches a service of the instance, without a trailing slash. */
  abstract serviceUrl(service: Service, instance: Pick<InstanceSpec, 'instanceId' | 'ports'>): string;

  /** Joins the doors (gateway, session manager) to each instance's network where they are missing. */
  abstract attachDoors(signal: AbortSignal): Promise<void>;

  /**
   * Service state changes as they happen, until the signal aborts. Reconnects by itself; each (re)connection yields
   * `{ kind: 'connected' }` first, after which a caller should list again, and a loss yields `{ kind: 'lost' }`.
   */
  abstract watch(signal: AbortSignal): AsyncIterable<InstanceEvent>;

  /** Lets go of timers and sockets at the program's end; instances run on. */
  abstract close(): void;
}
