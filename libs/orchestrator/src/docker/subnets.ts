const NETWORK_PREFIX = 28;
const NETWORK_SIZE = 2 ** (32 - NETWORK_PREFIX);

/** All /28 blocks of a pool, beginning at a place that follows from the instance, so that parallel launches seldom meet. */
export function* subnetsFor(instanceId: string, pool: string): Generator<string> {
  const { base, count } = parsePool(pool);
  const start = Number.parseInt(instanceId, 16) % count;
  for (let step = 0; step < count; step++) {
    yield `${dotted(base + ((start + step) % count) * NETWORK_SIZE)}/${NETWORK_PREFIX}`;
  }
}

/** The pool's first address and how many /28 blocks it holds; throws a `RangeError` on what is no such pool. */
export function parsePool(pool: string): { base: number; count: number } {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(pool);
  const [a = 256, b = 256, c = 256, d = 256, prefix = 33] = match?.slice(1).map(Number) ?? [];
  if ([a, b, c, d].some((octet) => octet > 255) || prefix < 8 || prefix > NETWORK_PREFIX) {
    throw new RangeError(`${pool} is not an IPv4 block between /8 and /${NETWORK_PREFIX}, such as 10.213.0.0/16`);
  }
  const address = ((a * 256 + b) * 256 + c) * 256 + d;
  const size = 2 ** (32 - prefix);
  return { base: address - (address % size), count: size / NETWORK_SIZE };
}

const dotted = (address: number): string =>
  [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
