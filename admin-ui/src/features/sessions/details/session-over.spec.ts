import { endOf } from './session-over';

it.each([
  [410, { code: 'gone', reason: 'expired' }, 'Its time ran out.'],
  [410, { code: 'gone', reason: 'something new' }, 'It has ended.'],
  [410, undefined, 'It has ended.'],
  [404, { code: 'not_found' }, 'There is no such session. It may have ended long ago.'],
  [200, undefined, undefined],
  [503, { code: 'redis_unavailable' }, undefined],
])('tells from %i and %j why a session ended', (status, problem, words) =>
  expect(endOf(status, problem)?.message).toBe(words),
);
