/** The instance's backend did not take its configuration. */
export class ConfigureError extends Error {
  override readonly name = 'ConfigureError';
  constructor(
    readonly instanceId: string,
    options?: ErrorOptions,
  ) {
    super(`The backend of ${instanceId} did not take its configuration`, options);
  }
}
