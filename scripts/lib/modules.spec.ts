import { isInstalled } from './modules.mjs';

const locked = {
  '': { name: 'the checkout' },
  'node_modules/a': { version: '1.0.0', integrity: 'sha512-a' },
  'node_modules/b-linux': { version: '2.0.0', integrity: 'sha512-b', optional: true },
};
const a = locked['node_modules/a'];
const b = locked['node_modules/b-linux'];

it.each([
  ['everything is there', { 'node_modules/a': a, 'node_modules/b-linux': b }, true],
  ['a package for another platform is missing', { 'node_modules/a': a }, true],
  ['a package is missing', { 'node_modules/b-linux': b }, false],
  ['a version differs', { 'node_modules/a': { ...a, version: '1.0.1' } }, false],
  ['a content differs', { 'node_modules/a': { ...a, integrity: 'sha512-x' } }, false],
  ['a package is too many', { 'node_modules/a': a, 'node_modules/c': a }, false],
])('knows whether to install when %s', (_, installed, expected) => {
  expect(isInstalled(locked, installed)).toBe(expected);
});
