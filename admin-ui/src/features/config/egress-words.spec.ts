import { egressWords } from './egress-words';

it.each([
  ['open', /anywhere outside the platform\.$/],
  ['internet', /public addresses only\.$/],
  ['list', /these networks only: 192\.0\.2\.7\/32, 198\.51\.100\.0\/24\.$/],
  ['none', /nowhere\.$/],
] as const)('says where instances may send with %s', (mode, words) =>
  expect(egressWords({ mode, networks: ['192.0.2.7/32', '198.51.100.0/24'] })).toMatch(words),
);
