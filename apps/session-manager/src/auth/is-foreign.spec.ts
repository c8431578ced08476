import { isForeign } from './is-foreign';

it.each([
  ['POST', {}, false],
  ['POST', { 'sec-fetch-site': 'same-origin', origin: 'http://other.example' }, false],
  ['POST', { 'sec-fetch-site': 'none' }, false],
  ['POST', { 'sec-fetch-site': 'same-site' }, true],
  ['DELETE', { 'sec-fetch-site': 'cross-site' }, true],
  ['GET', { 'sec-fetch-site': 'cross-site' }, false],
  ['PUT', { origin: 'http://jarvis.example:9001' }, false],
  ['PUT', { origin: 'https://jarvis.example:9001' }, false],
  ['PUT', { origin: 'http://jarvis.example:10000' }, true],
  ['POST', { origin: 'http://evil.example' }, true],
  ['POST', { origin: 'null' }, true],
  ['GET', { origin: 'http://evil.example' }, false],
])('%s with %j comes from another site: %j', (method, headers, foreign) =>
  expect(isForeign({ method, headers, host: 'jarvis.example:9001' })).toBe(foreign),
);
