import type { LookupAddress } from 'node:dns';
import type { Egress } from '@app/egress';
import { RefusedAddressError } from '../errors';
import { AddressGuard } from './address-guard';
import { addressPolicy } from './refused-addresses';

type Answers = readonly (readonly LookupAddress[] | NodeJS.ErrnoException)[];
const setup = (...answers: Answers) => behind({ mode: 'open', networks: [] }, ...answers);
const behind = (egress: Egress, ...answers: Answers) => {
  const left = [...answers];
  return new AddressGuard(addressPolicy({ allow: [], deny: [], egress }), (_host, callback) => {
    const answer = left.shift();
    if (answer instanceof Error) callback(answer, []);
    else callback(null, answer ?? []);
  });
};
const v4 = (address: string): LookupAddress => ({ address, family: 4 });
const v6 = (address: string): LookupAddress => ({ address, family: 6 });

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

const listed: Egress = { mode: 'list', networks: ['203.0.113.0/28'] };
const internet: Egress = { mode: 'internet', networks: [] };

it.each([
  [listed, [v6('2606:4700::1'), v4('203.0.113.7'), v4('203.0.113.99'), v4('203.0.113.8')]],
  [internet, [v4('10.0.0.7'), v4('203.0.113.7'), v6('fd12::7'), v4('203.0.113.8')]],
] as const)('goes with %j only where it may, and leaves out what is closed of a name', async (egress, found) => {
  const open = [v4('203.0.113.7'), v4('203.0.113.8')];
  await expect(behind(egress, found).addressOf('siem.example.org')).resolves.toEqual(open[0]);
  const answers: unknown[] = [];
  const note = (...args: unknown[]) => void answers.push(args);
  behind(egress, found).lookup('siem.example.org', { all: true }, note);
  behind(egress, found).lookup('siem.example.org', {}, note);
  expect(answers).toEqual([
    [null, open],
    [null, '203.0.113.7', 4],
  ]);
});

it.each([
  [listed, [v6('2606:4700::1'), v4('198.51.100.7')], /example\.org is 2606:4700::1, and that is out of reach/],
  [internet, [v4('203.0.113.7'), v4('169.254.169.254')], /example\.org is 169\.254\.169\.254/],
  [listed, [v4('203.0.113.7'), v6('64:ff9b:1::1')], /example\.org is 64:ff9b:1::1/],
] as const)('refuses with %j a name where nothing is left, or the platform is', async (egress, found, words) =>
  expect(behind(egress, found).addressOf('siem.example.org')).rejects.toThrow(words),
);

it('gives all addresses, or those of one family, as the caller asks', () => {
  const found = [v4('203.0.113.7'), v6('2606:4700::1')];
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
