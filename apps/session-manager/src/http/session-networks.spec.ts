import { withinPool } from './session-networks';

const isOfSessions = withinPool('10.213.0.0/16');

it.each(['10.213.0.1', '10.213.255.254', '::ffff:10.213.4.2'])('takes %s for an address of a session', (address) =>
  expect(isOfSessions(address)).toBe(true),
);

it.each(['10.212.255.255', '10.214.0.0', '127.0.0.1', '::1', '::ffff:172.18.0.3', 'fe80::1%eth0', undefined])(
  'takes %s for none',
  (address) => expect(isOfSessions(address)).toBe(false),
);
