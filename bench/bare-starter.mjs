import { BareDocker } from './bare-docker.mjs';
import { BareProcess } from './bare-process.mjs';

/** What starts the same pairs as the platform without it. */
export const bareStarter = ({ driver, ...options }, signal) =>
  driver === 'docker' ? new BareDocker(options, signal) : new BareProcess(options, signal);
