import type { LookupAddress } from 'node:dns';
import { RefusedAddressError } from '../errors';
import { AddressGuard } from './address-guard';
import { addressPolicy } from './refused-addresses';

const setup = (...answers: readonly (readonly LookupAddress[] | NodeJS.ErrnoException)[]) => {
  const left = [...answers];
  return new AddressGuard(
    addressPolicy({ allow: [], deny: [], egress: { mode: 'open', networks: [] } }),
    (_host, callback) => {
      const answer = left.shift();
      if (answer instanceof Error) callback(answer, []);
      else callback(null, answer ?? []);
    },
  );
};
const v4 = (address: string): LookupAddress => ({ address, family: 4 });

it('refuses addresses at once, with brackets or without', () => {
  const guard = setup();
  for (const host of ['127.0.0.1', '[::1]', '::ffff:169.254.169.254'])
    expect(() => guard.check(host)).toThrow(RefusedAddressError);
  for (const host of ['10.0.0.1', 'siem.example.org', '[2606:4700::1]']) expect(() => guard.check(host)).not.toThrow();
});

it('refuses a name that has come to mean another address since it was looked up before', async () => {
  const guard = setup([v4('203.0.113.7')], [v4('127.0.0.1')]);
  await expect(guard.addressOf('rebound.example.org')).resolves.toEqual(v4('203.0.113.7'));
  await expect(guard.addressOf('rebound.example.org')).rejects.toThrow(RefusedAddressError);
});

it('refuses a name of which one address is refused, and says which', async () => {
  const guard = setup([v4('203.0.113.7'), v4('169.254.169.254')]);
  await expect(guard.addressOf('both.example.org')).rejects.toThrow(/both\.example\.org is 169\.254\.169\.254/);
});

it('gives all addresses, or those of one family, as the caller asks', () => {
  const found = [v4('203.0.113.7'), { address: '2606:4700::1', family: 6 }];
  const answers: unknown[] = [];
  const note = (...args: unknown[]) => void answers.push(args);
  setup(found).lookup('a', { all: true }, note);
  setup(found).lookup('a', { family: 6 }, note);
  expect(answers).toEqual([
    [null, found],
    [null, '2606:4700::1', 6],
  ]);
});

it('passes the resolver’s error on, and tells a name without an address', async () => {
  const gone = Object.assign(new Error('gone'), { code: 'ENOTFOUND' });
  await expect(setup(gone).addressOf('gone.example.org')).rejects.toThrow('gone');
  await expect(setup([]).addressOf('empty.example.org')).rejects.toThrow('has no address');
});

it('looks no name up where everything is closed', () => {
  const closed = addressPolicy({ allow: [], deny: [], egress: { mode: 'none', networks: [] } });
  const guard = new AddressGuard(closed, () => {
    throw new Error('looked up');
  });
  expect(() => guard.check('siem.example.org')).toThrow(
    'siem.example.org is out of reach. The organisers have closed the network of instances: events may go nowhere.',
  );
});
