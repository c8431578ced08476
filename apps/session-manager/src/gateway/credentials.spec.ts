import { shownKeys, type Credentials } from './credentials';

const NOTHING: Credentials = { token: undefined, cookie: undefined, apiKey: undefined, bearer: undefined };
const ALL: Credentials = {
  token: 'of-link',
  cookie: 'jarvis_1f2e3d4c=of-cookie',
  apiKey: 'of-key',
  bearer: 'of-bearer',
};

it('shows the frontend the token and the cookies of frontends alone', () => {
  expect(shownKeys('frontend', ALL)).toEqual(['of-link', 'of-cookie']);
});

it('shows the backend headers alone, which no other site can have a browser send', () => {
  expect(shownKeys('backend', ALL)).toEqual(['of-key', 'of-bearer']);
});

it.each([
  ['a=1; jarvis_1f2e3d4c=one;jarvis_aaaaaaaa=two ', ['one', 'two']],
  ['jarvis_session=x; xjarvis_1f2e3d4c=y; jarvis_1f2e3d4c', []],
  ['jarvis_1f2e3d4c="quoted"; jarvis_1f2e3d4c=', []],
  ['', []],
])('reads the cookies %p as %p', (cookie, keys) => {
  expect(shownKeys('frontend', { ...NOTHING, cookie })).toEqual(keys);
});

it('shows nothing where nothing was sent', () => {
  expect(shownKeys('frontend', { ...NOTHING, token: '' })).toEqual([]);
  expect(shownKeys('backend', NOTHING)).toEqual([]);
});
