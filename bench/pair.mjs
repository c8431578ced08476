import { randomBytes } from 'node:crypto';
import { at } from '../scripts/lib/paths.mjs';

const GIGABYTE = 1024 ** 3;

/** How many pairs start at the same time, by the platform and by the bare script. */
export const AT_ONCE = 2;

/** What a pair is made of, in both. */
export const PAIR = {
  backend: { image: 'jarvis-backend-prod:latest', cpus: 1.5, memoryBytes: 2 * GIGABYTE, health: '/api/v1/health' },
  frontend: { image: 'jarvis-frontend:prod', cpus: 0.5, memoryBytes: GIGABYTE, health: '/health' },
  pids: 256,
  subnetPool: '10.213.0.0/16',
  content: at('Backend'),
};

export const SERVICES = ['backend', 'frontend'];

/** The environments of the two servers of a bare pair: docs/instance.md. */
export function environments({ id, portOf, backendUrl }) {
  const key = randomBytes(32).toString('hex');
  const common = (service) => ({ DISABLE_AUTH: 'false', LOG_LEVEL: 'info', PORT: String(portOf(service)) });
  return {
    backend: { ...common('backend'), SESSION_ID: id, USER_ID: id, API_KEY: key },
    frontend: {
      ...common('frontend'),
      API_BASE_URL: backendUrl,
      SESSION_API_KEY: key,
      SERVER_MODE: 'gunicorn',
      WORKERS: '2',
    },
  };
}
