import { readSettings } from './settings';

it('fills in the defaults of the contract', () => {
  expect(readSettings({ API_KEY: 'k' })).toEqual({
    sessionId: 'local',
    userId: '',
    apiKey: 'k',
    disableAuth: false,
    port: 8000,
    host: '0.0.0.0',
    dataDir: '/app/data',
    generatorsDir: '/Backend/event_generators',
    parsersDir: '/Backend/parsers',
    destinations: { allow: [], deny: [], egress: { mode: 'open', networks: [] } },
    uploads: { fileBytes: 104_857_600, totalBytes: 209_715_200, files: 20 },
    logLevel: 'info',
  });
});

it.each([
  { env: {}, message: 'API_KEY is not set' },
  { env: { API_KEY: 'k', PORT: 'eighty' }, message: 'PORT is "eighty"' },
  { env: { API_KEY: 'k', PORT: '70000' }, message: 'PORT is "70000": may be at most 65535' },
  {
    env: { API_KEY: 'k', LOG_LEVEL: 'loud' },
    message: 'LOG_LEVEL is "loud": has to be one of debug, info, warn, error',
  },
  {
    env: { API_KEY: 'k', DESTINATIONS_ALLOW: '10.0.0.0/8, here' },
    message: 'DESTINATIONS_ALLOW is "10.0.0.0/8, here"',
  },
  { env: { API_KEY: 'k', UPLOAD_MAX_MB: '0' }, message: 'UPLOAD_MAX_MB is "0": has to be at least 1' },
  { env: { API_KEY: 'k', DESTINATIONS_DENY: 'all' }, message: 'DESTINATIONS_DENY is "all"' },
  { env: { API_KEY: 'k', EGRESS: 'some' }, message: 'EGRESS is "some": has to be one of open, internet, list, none' },
  {
    env: { API_KEY: 'k', EGRESS_LIST: 'all' },
    message: 'EGRESS_LIST is "all": has to be networks such as 10.0.0.0/8, with commas between them',
  },
])('refuses $env by name', ({ env, message }) => expect(() => readSettings(env)).toThrow(message));

it('needs no key when authentication is off', () =>
  expect(readSettings({ DISABLE_AUTH: 'true' }).disableAuth).toBe(true));

it('reads where destinations may be', () =>
  expect(
    readSettings({
      API_KEY: 'k',
      DESTINATIONS_ALLOW: '127.0.0.1/32, ::1',
      DESTINATIONS_DENY: 'own-networks,10.0.0.0/8',
      EGRESS: 'list',
      EGRESS_LIST: '192.0.2.7/32, 198.51.100.0/24',
    }).destinations,
  ).toEqual({
    allow: ['127.0.0.1/32', '::1'],
    deny: ['own-networks', '10.0.0.0/8'],
    egress: { mode: 'list', networks: ['192.0.2.7/32', '198.51.100.0/24'] },
  }));
