/** The container engine (or what stands in for it) cannot be reached. */
export class EngineUnavailableError extends Error {
  override readonly name = 'EngineUnavailableError';
  constructor(options?: ErrorOptions) {
    super('The container engine does not answer', options);
  }
}

/** A leased port is held by something else on the host. */
export class PortConflictError extends Error {
  override readonly name = 'PortConflictError';
  constructor(
    readonly port: number,
    options?: ErrorOptions,
  ) {
    super(`Port ${port} is held by another program on this host`, options);
  }
}

/** The engine does not have an image that the instance needs. */
export class ImageMissingError extends Error {
  override readonly name = 'ImageMissingError';
  constructor(
    readonly image: string,
    options?: ErrorOptions,
  ) {
    super(`The image ${image} is not on this host`, options);
  }
}

/** A service of the instance ended, or did not answer HTTP in time. `logs` is the end of what it printed. */
export class ServiceNotReadyError extends Error {
  override readonly name = 'ServiceNotReadyError';
  constructor(
    readonly service: string,
    readonly reason: 'exited' | 'timeout',
    readonly logs: string,
    options?: ErrorOptions,
  ) {
    super(reason === 'exited' ? `The ${service} ended at start` : `The ${service} did not answer in time`, options);
  }
}

/** The engine knows no such instance. */
export class InstanceNotFoundError extends Error {
  override readonly name = 'InstanceNotFoundError';
  constructor(readonly instanceId: string) {
    super(`No instance ${instanceId}`);
  }
}

/** Something has the volume: a service of the instance, or what somebody else has started. */
export class VolumeInUseError extends Error {
  override readonly name = 'VolumeInUseError';
  constructor(
    readonly instanceId: string,
    options?: ErrorOptions,
  ) {
    super(`The volume of instance ${instanceId} is in use`, options);
  }
}

/** Anything else that the engine refused; `status` is its HTTP status where it has one. */
export class EngineError extends Error {
  override readonly name = 'EngineError';
  constructor(
    message: string,
    readonly status?: number,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** Whether an error is one of this file's. */
export const isOrchestratorError = (error: unknown): boolean =>
  [
    EngineUnavailableError,
    PortConflictError,
    ImageMissingError,
    ServiceNotReadyError,
    InstanceNotFoundError,
    VolumeInUseError,
    EngineError,
  ].some((type) => error instanceof type);
