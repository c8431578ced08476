import { inNetwork } from './in-network';

const isInside = inNetwork('10.213.0.0/16');

it.each(['10.213.0.1', '10.213.255.254', '::ffff:10.213.4.2'])('tells that %s is inside', (address) =>
  expect(isInside(address)).toBe(true),
);

it.each(['10.212.255.255', '10.214.0.0', '127.0.0.1', '::1', '::ffff:172.18.0.3', 'fe80::1%eth0', undefined])(
  'tells that %s is not',
  (address) => expect(isInside(address)).toBe(false),
);
