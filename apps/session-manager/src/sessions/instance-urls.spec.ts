import { instanceUrls, type PublicAddress } from './instance-urls';

const session = { sessionId: 'ada-1f2e3d4c', ports: { frontend: 10_000, backend: 10_001 } };
const address = (parts: Partial<PublicAddress>): PublicAddress => ({
  host: 'localhost',
  url: undefined,
  sessionDomain: undefined,
  ...parts,
});

it.each([
  [{}, 'http://localhost:10000', 'http://localhost:10001'],
  [{ host: 'lab.example' }, 'http://lab.example:10000', 'http://lab.example:10001'],
  [
    { url: 'https://jarvis.example' },
    'https://jarvis.example/session/ada-1f2e3d4c/frontend',
    'https://jarvis.example/session/ada-1f2e3d4c/backend',
  ],
  [
    { url: 'https://jarvis.example', sessionDomain: 'jarvis.example' },
    'https://ada-1f2e3d4c.jarvis.example',
    'https://ada-1f2e3d4c.jarvis.example/backend',
  ],
  [
    { url: 'http://[::1]:8080', sessionDomain: 'localhost' },
    'http://ada-1f2e3d4c.localhost:8080',
    'http://ada-1f2e3d4c.localhost:8080/backend',
  ],
])('%p leads to %s and %s', (parts, frontend, backend) => {
  expect(instanceUrls(session, address(parts))).toEqual({ frontend, backend });
});

it('has no addresses before the instance has ports', () => {
  expect(instanceUrls({ sessionId: 'ada-1f2e3d4c' }, address({ url: 'https://jarvis.example' }))).toBeUndefined();
});
