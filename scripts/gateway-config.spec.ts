import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const at = (path: string) => resolve(__dirname, '..', path);
const render = (env: Record<string, string> = {}) =>
  execFileSync(at('docker/nginx/render.sh'), { env: { PATH: process.env['PATH'], ...env }, encoding: 'utf8' });

it('is in nginx-simple.conf as it is where nothing is set: npm run gateway:config', () => {
  expect(readFileSync(at('nginx-simple.conf'), 'utf8')).toBe(render());
});

it('allows the style of its pages and no other', () => {
  const text = render();
  const style = /<style>(.*?)<\/style>/.exec(text)?.[1] ?? '';
  expect(text).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
});

it.each([{}, { PUBLIC_URL: 'https://jarvis.example:8443', SESSION_DOMAIN: 'jarvis.example' }])(
  'leaves nothing to be filled in for %p',
  (env) => {
    expect(render(env)).not.toMatch(/\$\{|^#(tls|plain|domain)/m);
  },
);

it.each([
  [{ PUBLIC_URL: 'jarvis.example' }, 'PUBLIC_URL: got "jarvis.example", wants an address'],
  [{ PUBLIC_URL: 'https://jarvis.example;}' }, 'PUBLIC_URL: got'],
  [{ PUBLIC_URL: 'https://jarvis.example\nlisten 1' }, 'PUBLIC_URL: got'],
  [{ PUBLIC_URL: 'https://jarvis.example', SESSION_DOMAIN: 'a b' }, 'SESSION_DOMAIN: got "a b", wants a domain'],
  [{ SESSION_DOMAIN: 'jarvis.example' }, 'PUBLIC_URL: got "", wants the address of the gateway'],
])('refuses %p', (env, message) => {
  const { status, stdout, stderr } = spawnSync(at('docker/nginx/render.sh'), {
    env: { PATH: process.env['PATH'], ...env } as NodeJS.ProcessEnv,
    encoding: 'utf8',
  });
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(message);
});
