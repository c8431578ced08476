import type { ProxySettings } from './settings';

/** A platform's settings, for tests. */
export const aPlatform = (changes: Partial<ProxySettings> = {}): ProxySettings => ({
  engineSocket: '/var/run/docker.sock',
  deployment: 'summit',
  images: ['jarvis-backend-prod:latest', 'jarvis-frontend:prod'],
  isolation: 'session',
  sharedNetwork: 'jarvis-network',
  subnetPool: '10.213.0.0/16',
  doors: ['session-manager'],
  publishAddress: '127.0.0.1',
  ports: { start: 10_000, end: 20_000 },
  contentPath: '/srv/Backend',
  ...changes,
});
