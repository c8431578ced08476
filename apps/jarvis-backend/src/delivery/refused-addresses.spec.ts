import { addressPolicy, networkOf, type AddressRules } from './refused-addresses';

const policyOf = (rules: Partial<AddressRules>) =>
  addressPolicy({ allow: [], deny: [], egress: { mode: 'open', networks: [] }, ...rules });
const refusal = (rules: Partial<AddressRules>) => (address: string) => policyOf(rules).refusal(address)?.reason;
const allows = (rules: Partial<AddressRules>) => (address: string) => refusal(rules)(address) === undefined;
const policy = allows({});

it.each([
  '127.0.0.1',
  '127.255.0.9',
  '0.0.0.0',
  '169.254.169.254',
  '169.254.170.2',
  '100.100.100.200',
  '168.63.129.16',
  '192.0.0.192',
  '224.0.0.251',
  '255.255.255.255',
  '::',
  '::1',
  '0:0:0:0:0:0:0:1',
  'fe80::1',
  'fd00:ec2::254',
  'ff02::1',
  '::ffff:127.0.0.1',
  '::ffff:a9fe:a9fe',
  '::ffff:0:169.254.169.254',
  '::127.0.0.1',
  '64:ff9b::169.254.169.254',
  '64:ff9b::7f00:1',
  '64:ff9b:1::a9fe:a9fe',
  '2002:7f00:1::',
  '2001::1',
  'fec0::1',
])('refuses %s', (address) => expect(policy(address)).toBe(false));

it.each([
  '10.1.2.3',
  '172.16.0.9',
  '192.168.1.20',
  '203.0.113.7',
  '100.64.0.1',
  'fd12:3456::1',
  '2606:4700::1',
  '::ffff:192.168.1.20',
  '64:ff9b::192.168.1.20',
])('allows %s', (address) => expect(policy(address)).toBe(true));

it('refuses what the organisers refuse, and allows what they allow before all', () => {
  const strict = allows({ allow: ['127.0.0.1/32', '10.1.0.7'], deny: ['10.0.0.0/8', 'fd00::/8'] });
  const judged = [
    '127.0.0.1',
    '127.0.0.2',
    '10.1.0.7',
    '10.1.0.8',
    '::ffff:10.1.0.7',
    '::ffff:10.1.0.8',
    'fd00::9',
  ].map(strict);
  expect(judged).toEqual([true, false, true, false, true, false, false]);
  expect(allows({ allow: ['all'], deny: ['10.0.0.0/8'] })('169.254.169.254')).toBe(true);
});

it.each([
  ['internet', '192.168.1.20', /^is out of reach\. .* to public addresses only\.$/],
  ['internet', '::ffff:10.0.0.7', /public addresses only/],
  ['internet', '64:ff9b::10.0.0.7', /public addresses only/],
  ['internet', '127.0.0.1', /public addresses only/],
  ['internet', '168.63.129.16', /public addresses only/],
  ['internet', '2002:7f00:1::', /of the platform or of its cloud.*DESTINATIONS_ALLOW/],
  ['internet', '::ffff:203.0.113.7', undefined],
  ['internet', '2606:4700::1', undefined],
  ['list', '203.0.113.7', /to these networks only: 192\.0\.2\.0\/24, 127\.0\.0\.0\/8\.$/],
  ['list', '127.0.0.1', /of the platform or of its cloud/],
  ['list', '::ffff:192.0.2.9', undefined],
  ['none', '203.0.113.7', /events may go nowhere/],
] as const)('with EGRESS=%s says of %s why it is refused: %s', (mode, address, reason) => {
  const said = refusal({ egress: { mode, networks: ['192.0.2.0/24', '127.0.0.0/8'] } })(address);
  if (reason === undefined) expect(said).toBeUndefined();
  else expect(said).toMatch(reason);
});

it('opens nothing that the firewall closes', () => {
  const egress = { mode: 'internet', networks: [] } as const;
  for (const allow of [['all'], ['192.168.1.20/32', '168.63.129.16/32']])
    for (const address of ['192.168.1.20', '168.63.129.16'])
      expect(refusal({ allow, egress })(address)).toMatch(/^is out of reach/);
  expect(refusal({ allow: ['all'], egress })('2002:7f00:1::')).toBeUndefined();
});

it.each([
  [[], '127.0.0.1', true],
  [[], '10.0.0.7', false],
  [['127.0.0.0/8'], '127.0.0.1', false],
] as const)('with %j open tells whether %s refuses its name: %s', (allow, address, ofName) =>
  expect(policyOf({ allow, egress: { mode: 'internet', networks: [] } }).refusal(address)).toMatchObject({ ofName }),
);

it('knows without looking that a name is refused only where everything is', () => {
  const everywhere = (mode: 'open' | 'internet' | 'list' | 'none') =>
    addressPolicy({ allow: ['all'], deny: [], egress: { mode, networks: [] } }).everywhere;
  expect([everywhere('open'), everywhere('internet'), everywhere('list')]).toEqual([undefined, undefined, undefined]);
  expect(everywhere('none')).toMatch(/^is out of reach/);
});

it.each([
  '',
  '10.0.0.0/33',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0/8',
  'fe80::/129',
  'localhost',
  '10.0.0.0/-1',
  '10.0.0.0/ 8',
])('takes %j for no network', (text) => expect(() => networkOf(text)).toThrow('is no network'));
