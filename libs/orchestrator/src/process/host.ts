import { availableParallelism, totalmem } from 'node:os';
import type { HostFacts } from '../facts';
import type { ProcessOptions } from './process-options';

/** This machine. */
export const host = ({ home }: Pick<ProcessOptions, 'home'>): HostFacts => ({
  cpus: availableParallelism(),
  memoryBytes: totalmem(),
  dataRoot: home,
  version: process.version,
});
