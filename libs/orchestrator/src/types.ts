export const SERVICES = ['backend', 'frontend'] as const;
export type Service = (typeof SERVICES)[number];

/** What a service does, in Docker's words; the process driver knows `running` and `exited`. */
export type ServiceState = 'created' | 'running' | 'paused' | 'restarting' | 'removing' | 'exited' | 'dead';

/** The two TCP ports, on the host, by which the outside reaches an instance. */
export interface PortPair {
  readonly frontend: number;
  readonly backend: number;
}

/** What names an instance: the names of its containers follow from it, and those of volume and network at its birth. */
export interface InstanceRef {
  /** 8 hex digits, common to instance, session, containers and volume. */
  readonly instanceId: string;
  /** `{slug}-{instanceId}`; `warm-{instanceId}` while the instance is nobody's. */
  readonly sessionId: string;
}

/** An instance to be started. */
export interface InstanceSpec extends InstanceRef {
  readonly userId: string;
  /** SHA-256 (hex) of the owner's token, kept as a label so that a lost Redis can be rebuilt. */
  readonly tokenHash: string;
  readonly expiresAt: Date;
  readonly ports: PortPair;
  /** The instance's secret: the manager and the frontend's server know it, the attendee does not. */
  readonly apiKey: string;
  /**
   * Born for the pool: `sessionId` is `warmSessionId(instanceId)`, `userId` and `tokenHash` are empty. `rename` gives it a
   * session's names; its parts reach each other by names that outlive that.
   */
  readonly warm?: true;
}

/** The steps of a launch, in order. */
export const LAUNCH_STEPS = ['storage', 'containers', 'starting', 'ready'] as const;
export type LaunchStep = (typeof LAUNCH_STEPS)[number];

export interface LaunchOptions {
  readonly signal: AbortSignal;
  /** Called before each step acts. */
  readonly onStep?: (step: LaunchStep) => void;
}

export interface RemoveOptions {
  readonly signal: AbortSignal;
  /** Leaves the volume, for the retention time. */
  readonly keepVolume?: boolean;
}

/**
 * An instance as the engine's labels tell it. `sessionId` is what the services' present names say (a claim changes them, labels
 * it cannot), and that of the labels where no service is left.
 */
export interface ObservedInstance extends InstanceRef {
  readonly userId: string;
  readonly tokenHash: string;
  readonly expiresAt: Date;
  readonly createdAt: Date;
  /** Only the services that exist. */
  readonly services: Partial<Record<Service, ServiceState>>;
  /** The leased ports, where at least one service exists. */
  readonly ports: Partial<PortPair>;
  readonly volume: boolean;
  readonly network: boolean;
  /** Born for the pool, whether claimed since or not: the labels then tell no owner. */
  readonly warm: boolean;
}

export type InstanceEvent =
  | { readonly kind: 'connected' }
  | { readonly kind: 'lost' }
  | {
      readonly kind: 'service';
      readonly instanceId: string;
      readonly sessionId: string;
      readonly service: Service;
      /** `undefined` when the service was removed. */
      readonly state: ServiceState | undefined;
      /** True when somebody asked the engine to stop it; false for a crash. */
      readonly stopped: boolean;
    };
