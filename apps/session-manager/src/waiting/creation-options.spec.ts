import { InvalidRequestError } from '../http/http.errors';
import { creationOptions } from './creation-options';

it.each([
  [undefined, false],
  ['respond-async', true],
  ['Respond-Async', true],
  ['wait=10, respond-async', true],
  ['respond-async; foo', true],
  ['return=minimal', false],
  ['not-respond-async', false],
])('reads the preference %s', (prefer, respondAsync) => {
  expect(creationOptions({ prefer })).toEqual({ respondAsync, mayWait: false });
});

it('reads several preferences', () => {
  expect(creationOptions({ prefer: 'respond-async, Waiting-Room' })).toEqual({ respondAsync: true, mayWait: true });
});

it('takes an Idempotency-Key of a fair length', () => {
  expect(creationOptions({ 'idempotency-key': 'x'.repeat(16) }).idempotencyKey).toBe('x'.repeat(16));
});

it.each(['', 'short', 'x'.repeat(256), 'has a space in its middle', 'ümlaut-ümlaut-ümlaut'])(
  'refuses the Idempotency-Key "%s"',
  (key) => {
    expect(() => creationOptions({ 'idempotency-key': key })).toThrow(InvalidRequestError);
  },
);
