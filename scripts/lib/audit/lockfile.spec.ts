import { lockfileFaults } from './lockfile.mjs';

const SHA512 = `sha512-${'A'.repeat(86)}==`;
const GOOD = { version: '1.0.0', integrity: SHA512, license: 'MIT' };
const MANIFEST = { engines: { node: '>=22.13.0' }, allowScripts: { known: false } };
const POLICY = { licences: ['MIT'], licencesOf: { 'old@1.0.0': 'MIT' } };

const faultsOf = (packages: Record<string, object>) => lockfileFaults({ packages }, MANIFEST, POLICY, 'v24.21.0');

it.each<[string, Record<string, object>]>([
  [
    'the checkout and its workspaces',
    { '': {}, 'packages/a': {}, 'node_modules/a': { link: true, resolved: 'packages/a' } },
  ],
  ['a package with all that is wanted', { 'node_modules/a': { ...GOOD, engines: { node: '>= 20' } } }],
  [
    'an install script that was looked at',
    { 'node_modules/a/node_modules/known': { ...GOOD, hasInstallScript: true } },
  ],
  ['a licence that was looked up', { 'node_modules/old': { ...GOOD, license: undefined } }],
  [
    'what goes with this Node, for development',
    { 'node_modules/a': { ...GOOD, dev: true, engines: { node: '^22 || >=24' } } },
  ],
])('finds no fault with %s', (_, packages) => expect(faultsOf(packages)).toEqual([]));

it.each<[object, string]>([
  [{ integrity: undefined }, 'has no SHA-512 hash'],
  [{ integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no SHA-512 hash'],
  [{ integrity: `${SHA512} sha1-x` }, 'has no SHA-512 hash'],
  [{ resolved: 'https://registry.npmjs.org/a/-/a-1.0.0.tgz' }, 'is bound to https://registry.npmjs.org/a'],
  [{ resolved: 'git+ssh://git@github.com/a/a.git#1' }, 'is bound to git+ssh:'],
  [{ resolved: 'file:../a.tgz' }, 'is bound to file:'],
  [{ link: true, resolved: '../elsewhere' }, 'is bound to ../elsewhere'],
  [{ hasInstallScript: true }, 'has an install script'],
  [{ license: 'SSPL-1.0' }, 'has a licence that is not in the list: SSPL-1.0'],
  [{ license: undefined }, 'has a licence that is not in the list: none'],
  [{ engines: { node: '^22 || >=24' } }, 'wants Node ^22 || >=24'],
  [{ dev: true, engines: { node: '>=25' } }, 'wants Node >=25'],
])('finds fault with %j', (parts, fault) =>
  expect(faultsOf({ 'node_modules/@x/a': { ...GOOD, ...parts } })).toEqual(
    expect.arrayContaining([expect.stringContaining(`@x/a@1.0.0 ${fault}`)]),
  ),
);

it('goes by a package’s own name where it is installed under another one', () => {
  const alias = { ...GOOD, name: 'known', hasInstallScript: true };
  expect(faultsOf({ 'node_modules/other': alias })).toEqual([]);
  expect(faultsOf({ 'node_modules/known': { ...alias, name: 'other' } })).toEqual([
    expect.stringMatching(/^other@1.0.0 has an install script/),
  ]);
});

it('does not take a name for one that every object has', () => {
  expect(faultsOf({ 'node_modules/toString': { ...GOOD, hasInstallScript: true } })).toHaveLength(1);
});
