import type { Readable } from 'node:stream';
import { sleep } from '../deadline';
import { InstanceNotFoundError } from '../errors';
import type { LogLine, LogOptions } from '../facts';
import { LineSplitter } from '../line-splitter';
import type { InstanceRef, Service } from '../types';
import { instanceContainers } from './containers';
import type { DockerContext } from './context';
import { engineError, refused } from './engine-errors';
import type { LogEntry } from './log-entries';
import { logEntries } from './log-entries';
import { LogPosition } from './log-position';

const LOOK_MS = 1_000;

/** The lines of a service's container. The engine ends a followed log when the container does: then it is taken up again. */
export async function* logs(
  context: DockerContext,
  ref: InstanceRef,
  service: Service,
  { tail, follow }: LogOptions,
  signal: AbortSignal,
): AsyncGenerator<LogLine> {
  const since = Date.now() / 1_000;
  const [container] = await instanceContainers(context, ref, signal, service);
  if (!container) throw new InstanceNotFoundError(ref.instanceId);
  const lines = new Lines();
  const position = new LogPosition();
  let query: Record<string, string | number> = { tail };
  for (;;) {
    let more = false;
    for await (const entry of read(context, container.Id, { ...query, follow: String(follow) }, signal)) {
      if (!position.pass(entry)) continue;
      more = true;
      yield* lines.of(entry);
    }
    if (!follow) break;
    // A container that has ended may have had last words, which a second reading tells.
    if (!more && !(await runsAgain(context, container.Id, signal))) break;
    query = { tail: 'all', since: position.begin() ?? since };
  }
  yield* lines.rest();
}

/** What the engine tells until it ends, or the container is not there. */
async function* read(
  { engine }: DockerContext,
  id: string,
  query: Record<string, string | number>,
  signal: AbortSignal,
): AsyncGenerator<LogEntry> {
  const output = await engine
    .streamOf(signal, `/containers/${id}/logs`, { ...query, stdout: true, stderr: true, timestamps: true })
    .catch((error: unknown) => {
      if (refused(error, 404)) return undefined;
      throw error;
    });
  if (!output) return;
  const stream = output as Readable;
  const end = (): void => void stream.destroy();
  signal.addEventListener('abort', end, { once: true });
  if (signal.aborted) end();
  try {
    yield* logEntries(stream);
  } catch (error) {
    throw engineError(error);
  } finally {
    signal.removeEventListener('abort', end);
    stream.destroy();
  }
}

/** Waits until an ended container runs again; false when it is gone. */
async function runsAgain({ engine }: DockerContext, id: string, signal: AbortSignal): Promise<boolean> {
  try {
    for (;;) {
      await sleep(LOOK_MS, signal);
      const { State } = await engine.ask(signal, (docker, abortSignal) =>
        docker.getContainer(id).inspect({ abortSignal }),
      );
      if (State.Running) return true;
    }
  } catch (error) {
    if (refused(error, 404)) return false;
    throw error;
  }
}

/** Joins entries to lines; a line is of the moment at which it began. */
class Lines {
  private readonly splitters = { stdout: new LineSplitter(), stderr: new LineSplitter() };
  private readonly begun: { stdout?: string; stderr?: string } = {};

  *of({ at, stream, bytes }: LogEntry): Generator<LogLine> {
    this.begun[stream] ??= at;
    for (const text of this.splitters[stream].push(bytes)) {
      yield { at: this.begun[stream] ?? at, stream, text };
      this.begun[stream] = undefined;
    }
  }

  *rest(): Generator<LogLine> {
    for (const stream of ['stdout', 'stderr'] as const) {
      const text = this.splitters[stream].rest();
      if (text !== undefined) yield { at: this.begun[stream] ?? '', stream, text };
    }
  }
}
