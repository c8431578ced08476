/** Every port of the range is leased or set aside. */
export class PortsExhaustedError extends Error {
  override readonly name = 'PortsExhaustedError';
  constructor(
    readonly start: number,
    readonly end: number,
  ) {
    super(`No pair of ports is free between ${start} and ${end}`);
  }
}
