import { accessGate, accessToken } from './access';

const apiKey = 'a'.repeat(64);

it.each([
  { given: apiKey, disableAuth: false, access: 'full' },
  { given: accessToken(apiKey), disableAuth: false, access: 'attendee' },
  { given: undefined, disableAuth: false, access: 'none' },
  { given: '', disableAuth: false, access: 'none' },
  { given: `${apiKey}x`, disableAuth: false, access: 'none' },
  { given: undefined, disableAuth: true, access: 'attendee' },
  { given: 'wrong', disableAuth: true, access: 'attendee' },
  { given: apiKey, disableAuth: true, access: 'full' },
])('gives $access (authentication off: $disableAuth)', ({ given, disableAuth, access }) =>
  expect(accessGate({ apiKey, disableAuth })(given)).toBe(access),
);

it('opens nothing with an empty key', () => {
  const gate = accessGate({ apiKey: '', disableAuth: false });
  expect([gate(''), gate(undefined), gate(accessToken(''))]).toEqual(['none', 'none', 'none']);
});
