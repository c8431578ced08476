import { isSameHost } from './cross-origin';

it.each([
  ['http://localhost', 'localhost', true],
  ['http://localhost:8080', 'localhost', true],
  ['https://jarvis.example', 'jarvis.example', true],
  ['http://evil.example', 'jarvis.example', false],
  ['http://jarvis.example.evil.example', 'jarvis.example', false],
  ['null', 'localhost', false],
  ['', 'localhost', false],
  [undefined, 'localhost', false],
])('takes the origin %s for the host %s: %s', (origin, hostname, same) => {
  expect(isSameHost(origin, hostname)).toBe(same);
});
