import type { InstanceRef, Service } from './types';

/** What a service uses. */
export interface ServiceUsage {
  /** CPU time since its start; the difference of two readings over the time between them is a rate. */
  readonly cpuSeconds: number;
  /** Memory that could not be had back at once: without file cache that lies idle. */
  readonly memoryBytes: number;
  /** Absent where there is no limit. */
  readonly memoryLimitBytes?: number;
}

/** Only the services that run. */
export type InstanceUsage = Partial<Record<Service, ServiceUsage>>;

export interface LogOptions {
  /** How many lines of the past, at most; 0 for none. */
  readonly tail: number;
  /** Go on with each further line. */
  readonly follow: boolean;
}

/** A line that a service printed, without its end; of one longer than 16 KiB only the beginning. */
export interface LogLine {
  /** When, as ISO 8601, where the engine tells. */
  readonly at?: string;
  /** `stdout` for all where both go to one file. */
  readonly stream: 'stdout' | 'stderr';
  readonly text: string;
}

/** The machine on which instances run. */
export interface HostFacts {
  readonly cpus: number;
  readonly memoryBytes: number;
  /** The folder that holds volumes, logs and images. */
  readonly dataRoot: string;
  /** The engine's version; without one, Node's. */
  readonly version: string;
  /** All containers on the engine, whoever started them. */
  readonly runningContainers?: number;
}

/** A volume with no service beside it. Where only its labels tell of it, `sessionId` and `userId` are those of its birth. */
export interface RetainedVolume extends InstanceRef {
  readonly userId: string;
  /** As the engine tells it: Docker takes the last change of what lies directly in the volume for it. */
  readonly createdAt: Date;
  /** Absent where it could not be told in time. */
  readonly sizeBytes?: number;
  readonly name: string;
}
