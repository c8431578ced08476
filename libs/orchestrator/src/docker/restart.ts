import { never, withDeadline } from '../deadline';
import { EngineError, InstanceNotFoundError } from '../errors';
import { readLabels } from '../labels';
import { settled } from '../settled';
import type { InstanceRef } from '../types';
import { containerPair, startContainer } from './containers';
import { STOP_SECONDS } from './container-spec';
import type { DockerContext } from './context';
import { refused } from './engine-errors';
import { pairReady } from './ready';

const KILL_SECONDS = 10;

/** The typings leave out which signal a container wants to end by, where its image says so. */
interface Inspection {
  readonly Config: { readonly StopSignal?: string };
}

/**
 * Ends both containers and starts them again. They are killed, softly at first, where the engine's own restart would stop them:
 * of a stop its events say that somebody asked for it, and a restart that failed after it would leave the session stopped by
 * hand, which nobody resumes.
 */
export async function restart(context: DockerContext, ref: InstanceRef, signal: AbortSignal): Promise<void> {
  const { backend, frontend } = await containerPair(context, ref, signal);
  const instance = readLabels(backend.Labels);
  if (!instance) throw new InstanceNotFoundError(ref.instanceId);
  try {
    await settled([backend, frontend].map(({ Id }) => startAnew(context, Id, signal)));
  } catch (error) {
    if (refused(error, 404, /no such container/i)) throw new InstanceNotFoundError(ref.instanceId);
    throw error;
  }
  await pairReady(context, { instance, ids: { backend: backend.Id, frontend: frontend.Id } }, signal);
}

async function startAnew(context: DockerContext, id: string, signal: AbortSignal): Promise<void> {
  const { Config } = await context.engine.inspect<Inspection>(signal, `/containers/${id}/json`);
  signal.throwIfAborted();
  const ended =
    (await killed(context, id, Config.StopSignal || 'SIGTERM', STOP_SECONDS)) ||
    (await killed(context, id, 'SIGKILL', KILL_SECONDS));
  if (!ended) throw new EngineError(`Container ${id} does not end`);
  await startContainer(context, id, signal);
}

/**
 * Signals a container; whether it has ended some seconds later, or had before. No abort cuts that off: a container that is about
 * to end would look to the next caller as if it ran.
 */
async function killed({ engine }: DockerContext, id: string, name: string, seconds: number): Promise<boolean> {
  try {
    await engine.act(never(), (docker, abortSignal) => docker.getContainer(id).kill({ signal: name, abortSignal }));
    await withDeadline(seconds * 1_000, undefined, (until) =>
      engine.ask(until, (docker, abortSignal) =>
        docker.getContainer(id).wait({ condition: 'not-running', abortSignal }),
      ),
    );
    return true;
  } catch (error) {
    if (refused(error, 409, /is not running/i)) return true;
    if (error instanceof DOMException && error.name === 'TimeoutError') return false;
    throw error;
  }
}
