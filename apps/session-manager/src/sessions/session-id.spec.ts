import { makeInstanceId, sessionIdOf, slugOf } from './session-id';

it.each([
  ['user123', 'user123'],
  ['Ada Lovelace', 'ada-lovelace'],
  ['ada@example.org', 'ada-example-org'],
  ['Zoë Müller', 'zoe-muller'],
  ['../../etc/passwd', 'etc-passwd'],
  ['$(reboot); --privileged', 'reboot-privileged'],
  ['日本', 'user'],
  ['---', 'user'],
  ['x'.repeat(300), 'x'.repeat(38)],
  [`${'x'.repeat(37)} y`, 'x'.repeat(37)],
])('makes a DNS-safe slug of %s', (userId, slug) => {
  expect(slugOf(userId)).toBe(slug);
});

it('keeps container names within a DNS label', () => {
  const id = sessionIdOf('x'.repeat(256), makeInstanceId());
  expect(`jarvis-${id}-frontend`.length).toBeLessThanOrEqual(63);
});

it('makes ids of eight hex digits', () => {
  expect(makeInstanceId()).toMatch(/^[0-9a-f]{8}$/);
});
