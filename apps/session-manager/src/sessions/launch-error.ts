import { EngineUnavailableError, ImageMissingError, ServiceNotReadyError } from '@app/orchestrator';
import { PortsExhaustedError } from '@app/ports';
import { ConfigureError } from '../instances/instances.errors';

/** What a failed start means: the code of its problem, words for the owner, and how many tries it is worth in all. */
export interface LaunchFailure {
  readonly code: 'engine_unavailable' | 'ports_exhausted' | 'launch_failed';
  readonly words: string;
  readonly tries: number;
}

export function launchFailure(error: unknown): LaunchFailure {
  if (error instanceof EngineUnavailableError) {
    return { code: 'engine_unavailable', words: 'The container engine does not answer.', tries: 4 };
  }
  if (error instanceof PortsExhaustedError) {
    return { code: 'ports_exhausted', words: 'No address is free on this host.', tries: 1 };
  }
  if (error instanceof ImageMissingError) {
    return { code: 'launch_failed', words: `The image ${error.image} is not on this host.`, tries: 1 };
  }
  if (error instanceof ServiceNotReadyError) {
    const what = error.reason === 'exited' ? 'ended as soon as it started' : 'did not answer in time';
    return { code: 'launch_failed', words: `The ${error.service} of your instance ${what}.`, tries: 2 };
  }
  if (error instanceof ConfigureError) {
    return { code: 'launch_failed', words: 'Your instance did not take its settings.', tries: 2 };
  }
  return { code: 'launch_failed', words: 'The container engine refused to start your instance.', tries: 2 };
}
