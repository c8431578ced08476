export * from './errors';
export * from './facts';
export * from './types';
export { warmSessionId } from './names';
export { Orchestrator } from './orchestrator';
export { DockerOrchestrator } from './docker/docker-orchestrator';
export type { DockerOptions, ServiceLimits } from './docker/docker-options';
export { ProcessOrchestrator } from './process/process-orchestrator';
export type { ProcessOptions } from './process/process-options';
