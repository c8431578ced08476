import { lookup as lookUp, type LookupAddress } from 'node:dns';
import { isIP, type LookupFunction } from 'node:net';
import { RefusedAddressError } from '../errors';
import type { AddressPolicy } from './refused-addresses';

type Resolve = (
  host: string,
  callback: (error: NodeJS.ErrnoException | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** Keeps destinations away from addresses where none may be: asked for the very address that is connected to. */
export class AddressGuard {
  constructor(
    private readonly policy: AddressPolicy,
    private readonly resolve: Resolve = (host, callback) => lookUp(host, { all: true, verbatim: true }, callback),
  ) {}

  /** For a host that is an address itself; names are decided when they are looked up, unless all are refused. Throws `RefusedAddressError`. */
  check(host: string): void {
    const address = host.replace(/^\[|\]$/g, '');
    const reason = isIP(address) ? this.policy.refusal(address)?.reason : this.policy.everywhere;
    if (reason !== undefined) throw new RefusedAddressError(address, reason);
  }

  /**
   * Resolves a name for a connection to the addresses where a destination may be. One address of the platform refuses the whole name;
   * what EGRESS closes does where nothing else is left.
   */
  readonly lookup: LookupFunction = (host, options, callback) => {
    this.find(host, familyOf(options.family), (error, found) => {
      const [first] = found;
      if (error || !first) callback(error, '');
      else if (options.all) callback(null, found);
      else callback(null, first.address, first.family);
    });
  };

  /** The first address of a host where a destination may be. Rejects with `RefusedAddressError`, or with the resolver's error. */
  async addressOf(host: string): Promise<LookupAddress> {
    this.check(host);
    return new Promise((done, fail) =>
      this.find(host, 0, (error, [first]) => {
        if (first) done(first);
        else fail(error ?? noAddress(host));
      }),
    );
  }

  private find(host: string, wanted: number, callback: (error: Error | null, found: LookupAddress[]) => void): void {
    this.resolve(host, (error, found) => {
      if (error) return callback(error, []);
      const refused = found.flatMap(({ address }) => {
        const refusal = this.policy.refusal(address);
        return refusal === undefined ? [] : [{ address, ...refusal }];
      });
      const isRefused = (address: string): boolean => refused.some((one) => one.address === address);
      const open = found.filter(({ address, family }) => !isRefused(address) && (wanted === 0 || family === wanted));
      const cause = refused.find(({ ofName }) => ofName) ?? (open.length === 0 ? refused[0] : undefined);
      if (cause) return callback(new RefusedAddressError(cause.address, cause.reason, host), []);
      return callback(open.length === 0 ? noAddress(host) : null, open);
    });
  }
}

const noAddress = (host: string): Error => Object.assign(new Error(`${host} has no address`), { code: 'ENOTFOUND' });

const familyOf = (family: number | 'IPv4' | 'IPv6' | undefined): number =>
  family === 'IPv4' ? 4 : family === 'IPv6' ? 6 : (family ?? 0);
