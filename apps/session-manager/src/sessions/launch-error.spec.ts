import { EngineUnavailableError, ImageMissingError, ServiceNotReadyError } from '@app/orchestrator';
import { PortsExhaustedError } from '@app/ports';
import { ConfigureError } from '../instances/instances.errors';
import { launchFailure } from './launch-error';

it.each([
  [new EngineUnavailableError(), 'engine_unavailable', 4],
  [new PortsExhaustedError(1, 2), 'ports_exhausted', 1],
  [new ImageMissingError('jarvis-frontend:prod'), 'launch_failed', 1],
  [new ServiceNotReadyError('backend', 'timeout', ''), 'launch_failed', 2],
  [new ServiceNotReadyError('backend', 'exited', ''), 'launch_failed', 2],
  [new ConfigureError('1f2e3d4c'), 'launch_failed', 2],
  [new Error('anything else'), 'launch_failed', 2],
])('answers %s with %s after %i tries', (error, code, tries) => {
  expect(launchFailure(error)).toMatchObject({ code, tries });
});

it('never tells the owner what a service printed', () => {
  expect(launchFailure(new ServiceNotReadyError('backend', 'exited', 'secret')).words).not.toContain('secret');
});
