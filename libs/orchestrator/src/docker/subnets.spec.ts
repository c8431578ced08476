import { parsePool, subnetsFor } from './subnets';

describe('parsePool', () => {
  it.each([
    ['10.213.0.0/16', { base: 0x0ad50000, count: 4096 }],
    ['10.213.7.9/16', { base: 0x0ad50000, count: 4096 }],
    ['192.168.255.240/28', { base: 0xc0a8fff0, count: 1 }],
    ['10.0.0.0/8', { base: 0x0a000000, count: 1_048_576 }],
  ])('reads %s', (pool, expected) => expect(parsePool(pool)).toEqual(expected));

  it.each(['10.213.0.0', '10.213.0.0/29', '10.213.0.0/7', '10.256.0.0/16', 'fd00::/64', '', '10.213.0.0/16x'])(
    'refuses %p',
    (pool) => expect(() => parsePool(pool)).toThrow(RangeError),
  );
});

describe('subnetsFor', () => {
  it.each([
    ['00000000', '10.213.0.0/28'],
    ['00000001', '10.213.0.16/28'],
    ['00000fff', '10.213.255.240/28'],
    ['ffffffff', '10.213.255.240/28'],
    ['00001000', '10.213.0.0/28'],
  ])('begins for %s at %s', (instanceId, first) => {
    expect(subnetsFor(instanceId, '10.213.0.0/16').next().value).toBe(first);
  });

  it('gives each block once, going round', () => {
    const blocks = [...subnetsFor('0000000e', '10.213.1.0/24')];
    expect(blocks.slice(0, 3)).toEqual(['10.213.1.224/28', '10.213.1.240/28', '10.213.1.0/28']);
    expect(new Set(blocks).size).toBe(16);
  });
});
