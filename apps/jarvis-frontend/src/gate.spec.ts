import { accessToken, cookieName, withoutToken } from './access';
import { isSameOrigin, type Provenance } from './same-origin';

it.each([
  { url: 'http://h/?token=x', location: './' },
  { url: 'http://h/?token=x&a=1', location: './?a=1' },
  { url: 'http://h/session/ada/frontend/?token=x', location: './' },
  { url: 'http://h/index.html?b=2&token=x', location: './index.html?b=2' },
])('sends $url to $location', ({ url, location }) => expect(withoutToken(new URL(url))).toBe(location));

it('never redirects to another host', () => {
  expect(new URL(withoutToken(new URL('http://h//evil.example/?token=x')), 'http://h/').host).toBe('h');
});

it('derives token and cookie as the contract says', () => {
  expect(accessToken('abc')).toBe('SOfjeKfLmL46Zz6CdPasicDDAS8Odsq-j4f4h9RvDQQ');
  expect(cookieName(accessToken('abc'))).toBe('jarvis_da84a5b3');
});

const base: Provenance = { method: 'POST', hosts: ['localhost:10000', undefined] };
it.each<{ from: Partial<Provenance>; allowed: boolean }>([
  { from: { method: 'GET', fetchSite: 'cross-site' }, allowed: true },
  { from: {}, allowed: true },
  { from: { fetchSite: 'same-origin' }, allowed: true },
  { from: { fetchSite: 'none' }, allowed: true },
  { from: { fetchSite: 'same-site' }, allowed: false },
  { from: { fetchSite: 'cross-site' }, allowed: false },
  { from: { origin: 'http://localhost:10000' }, allowed: true },
  { from: { origin: 'http://localhost:10002' }, allowed: false },
  { from: { origin: 'null' }, allowed: false },
  { from: { origin: 'https://summit.example', hosts: ['frontend:8000', 'summit.example'] }, allowed: true },
])('$from may change something: $allowed', ({ from, allowed }) =>
  expect(isSameOrigin({ ...base, ...from })).toBe(allowed),
);
