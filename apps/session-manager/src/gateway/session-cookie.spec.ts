import { shownKeys } from './credentials';
import { sessionCookie } from './session-cookie';

it('is for the page alone, out of reach for scripts, and for TLS where the page is', () => {
  const path = '/session/ada-1f2e3d4c/frontend/';
  const plain = `jarvis_3f08aace=token-1; Path=${path}; HttpOnly; SameSite=Lax`;
  expect(sessionCookie('token-1', { path, secure: false })).toBe(plain);
  expect(sessionCookie('token-1', { path, secure: true })).toBe(`${plain}; Secure`);
});

it('shows what it holds when it comes back', () => {
  const [cookie] = sessionCookie('token-1', { path: '/', secure: true }).split(';');
  expect(shownKeys('frontend', { token: undefined, cookie, apiKey: undefined, bearer: undefined })).toEqual([
    'token-1',
  ]);
});
