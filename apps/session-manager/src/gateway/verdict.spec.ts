import { sha256 } from '../instances/secrets';
import { verdictOn, type Subject } from './verdict';

const NOW = new Date('2026-05-04T10:00:00Z');
const LATER = new Date('2026-05-04T10:00:01Z');
const subject = (parts: Partial<Subject> = {}): Subject => ({
  hash: sha256('key'),
  status: 'active',
  expiresAt: LATER,
  hasPorts: true,
  ...parts,
});

it.each([
  ['open', {}],
  ['starting', { status: 'creating' }],
  ['starting', { hasPorts: false }],
  ['ended', { status: 'stopping' }],
  ['ended', { status: 'ended' }],
  ['ended', { status: 'failed' }],
  ['ended', { expiresAt: NOW }],
] as const)('is %s for %p and a key that fits', (verdict, parts) => {
  expect(verdictOn(subject(parts), ['other', 'key'], NOW)).toBe(verdict);
});

it.each([
  ['no session', undefined, ['key']],
  ['no key', subject(), []],
  ['a foreign key', subject(), ['other']],
  ['a foreign key to one that starts', subject({ status: 'creating' }), ['other']],
  ['a foreign key to one that has ended', subject({ status: 'ended' }), ['other']],
  ['a record that knows no key', subject({ status: 'ended', hash: '' }), ['', 'key']],
])('is private for %s', (_, known, keys) => {
  expect(verdictOn(known, keys, NOW)).toBe('private');
});
