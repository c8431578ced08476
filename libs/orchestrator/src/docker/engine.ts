import { Agent } from 'node:http';
import { inspect } from 'node:util';
import Docker from 'dockerode';
import { withDeadline } from '../deadline';
import { engineError, refused } from './engine-errors';

/** Options that dockerode 5 takes and its typings leave out. */
declare module 'dockerode' {
  interface DockerOptions {
    agent?: Agent | undefined;
  }
  interface NetworkConnectOptions {
    abortSignal?: AbortSignal;
  }
}

/** docker-modem formats each request's options with `util.inspect`, logged or not; of an agent that would be all its sockets. */
class TerseAgent extends Agent {
  [inspect.custom](): string {
    return 'Agent';
  }
}

type Query = Readonly<Record<string, string | number | boolean>>;
type Call<T> = (docker: Docker, abortSignal: AbortSignal) => Promise<T>;

const CONNECTIONS = 32;
const CALL_TIMEOUT_MS = 30_000;

/** The way to the container engine: each call has a deadline, obeys a signal and rejects with our errors. */
export class Engine {
  private readonly docker: Docker;
  private readonly agent = new TerseAgent({ keepAlive: true, maxSockets: CONNECTIONS });
  /** Open-ended answers hold their connections: on the other agent they would leave none for questions. */
  private readonly streams: Docker;
  private readonly streamAgent = new TerseAgent();

  constructor(
    socketPath: string,
    private readonly timeoutMs = CALL_TIMEOUT_MS,
  ) {
    // `host` and `port` are named so that a DOCKER_HOST variable does not win over the socket.
    const engine = { socketPath, host: undefined, port: undefined, protocol: 'http' as const };
    this.docker = new Docker({ ...engine, agent: this.agent });
    this.streams = new Docker({ ...engine, agent: this.streamAgent });
  }

  async ping(signal: AbortSignal): Promise<void> {
    await this.ask(signal, (docker, abortSignal) => {
      const ping: (options: { abortSignal: AbortSignal }) => Promise<unknown> = docker.ping.bind(docker);
      return ping({ abortSignal });
    });
  }

  /** Asks; an abort cuts the question off. */
  ask<T>(signal: AbortSignal | undefined, call: Call<T>): Promise<T> {
    return this.call(signal, call);
  }

  /** Asks what is at a path below the engine's root; for what dockerode asks without taking a signal. */
  inspect<T>(signal: AbortSignal, path: string, query: Query = {}): Promise<T> {
    return this.ask(signal, (docker, abortSignal) => dial<T>(docker, { path, query, abortSignal }));
  }

  /** Acts; an abort keeps it from beginning, but what has begun is awaited, lest it take effect after the rejection. */
  async act<T>(signal: AbortSignal, call: Call<T>): Promise<T> {
    signal.throwIfAborted();
    return this.call(undefined, call);
  }

  /** Like `act`, for what may be so already, or be gone: 304 (no change) and 404 count as done. */
  async ensure(signal: AbortSignal, call: Call<unknown>): Promise<void> {
    try {
      await this.act(signal, call);
    } catch (error) {
      if (!refused(error, 304) && !refused(error, 404)) throw error;
    }
  }

  /** An open-ended answer; the caller destroys it. */
  async stream(signal: AbortSignal, call: Call<NodeJS.ReadableStream>): Promise<NodeJS.ReadableStream> {
    const opening = new AbortController();
    return this.call(signal, async (_, abortSignal) => {
      const abort = (): void => opening.abort(abortSignal.reason);
      abortSignal.addEventListener('abort', abort, { once: true });
      try {
        return await call(this.streams, opening.signal);
      } finally {
        abortSignal.removeEventListener('abort', abort);
      }
    });
  }

  /** Like `stream`, of what is at a path below the engine's root; for what dockerode would otherwise read as a whole. */
  streamOf(signal: AbortSignal, path: string, query: Query): Promise<NodeJS.ReadableStream> {
    return this.stream(signal, (docker, abortSignal) => dial(docker, { path, query, abortSignal, isStream: true }));
  }

  close(): void {
    this.agent.destroy();
    this.streamAgent.destroy();
  }

  private async call<T>(signal: AbortSignal | undefined, call: Call<T>): Promise<T> {
    try {
      return await withDeadline(this.timeoutMs, signal, (abortSignal) => call(this.docker, abortSignal));
    } catch (error) {
      signal?.throwIfAborted();
      throw engineError(error);
    }
  }
}

/** What dockerode is given so that a description goes into the request's body alone: it would repeat it in the URL. */
export const described = <T extends object>(body: T, abortSignal: AbortSignal, query: Query = {}): T =>
  ({ _query: query, _body: body, abortSignal }) as object as T;

interface Question {
  readonly path: string;
  readonly query: Query;
  readonly abortSignal: AbortSignal;
  readonly isStream?: boolean;
}

const dial = <T>({ modem }: Docker, { path, query, ...question }: Question): Promise<T> =>
  new Promise((resolve, reject) => {
    // docker-modem takes the question mark away again where there is no query.
    const options = { ...question, path: `${path}?`, options: query, method: 'GET', statusCodes: { 200: true } };
    modem.dial(options, (error, result) => (error ? reject(error) : resolve(result as T)));
  });
