import { codeFault, codeLink, makeCode } from './access-code';

it.each([
  ['', true],
  ['K7QM-4XWD', true],
  ['short', false],
  ['with a space', false],
  ['K7QM–4XWD', false],
  ['x'.repeat(65), false],
])('takes %j as a code: %j', (code, fits) => expect(codeFault(code) === undefined).toBe(fits));

it('makes codes that fit, are easy to read, and differ', () => {
  const codes = Array.from({ length: 200 }, makeCode);
  expect(codes.filter((code) => !/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/.test(code))).toEqual([]);
  expect(new Set(codes).size).toBe(200);
});

it('links to the landing page with whatever signs the code has', () => {
  const link = codeLink('https://jarvis.example', 'a+b#c&d%');
  expect(new URLSearchParams(new URL(link).hash.slice(1)).get('code')).toBe('a+b#c&d%');
});
