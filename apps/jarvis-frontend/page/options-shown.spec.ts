import { optionsShown } from './options-shown';

const OPTIONS = [
  { value: 'sentinelone', label: 'SentinelOne Endpoint', hint: 'SentinelOne · Endpoint' },
  { value: 'okta', label: 'Okta System Log', hint: 'Okta · Identity' },
  { value: 'entra', label: 'Entra ID sign-in', hint: 'Microsoft · Identity' },
];
const found = (typed: string): string[] => optionsShown(OPTIONS, typed).map(({ value }) => value);

it.each([
  ['', ['sentinelone', 'okta', 'entra']],
  ['identity', ['okta', 'entra']],
  ['en', ['entra', 'sentinelone', 'okta']],
  ['log okta', ['okta']],
  ['splunk', []],
])('offers for %j %j', (typed, values) => {
  expect(found(typed)).toEqual(values);
});
