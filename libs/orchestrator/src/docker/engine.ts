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

type Call<T> = (docker: Docker, abortSignal: AbortSignal) => Promise<T>;

const CONNECTIONS = 32;
const CALL_TIMEOUT_MS = 30_000;

/** The way to the container engine: each call has a deadline, obeys a signal and rejects with our errors. */
export class Engine {
  private readonly docker: Docker;
  private readonly agent = new TerseAgent({ keepAlive: true, maxSockets: CONNECTIONS });

  constructor(
    socketPath: string,
    private readonly timeoutMs = CALL_TIMEOUT_MS,
  ) {
    // `host` and `port` are named so that a DOCKER_HOST variable does not win over the socket.
    this.docker = new Docker({ socketPath, host: undefined, port: undefined, protocol: 'http', agent: this.agent });
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
  inspect<T>(signal: AbortSignal, path: string): Promise<T> {
    return this.ask(signal, ({ modem }, abortSignal) => {
      const options = { path, method: 'GET', abortSignal, statusCodes: { 200: true } };
      return new Promise<T>((resolve, reject) => {
        modem.dial(options, (error, result) => (error ? reject(error) : resolve(result as T)));
      });
    });
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
    return this.call(signal, async (docker, abortSignal) => {
      const abort = (): void => opening.abort(abortSignal.reason);
      abortSignal.addEventListener('abort', abort, { once: true });
      try {
        return await call(docker, opening.signal);
      } finally {
        abortSignal.removeEventListener('abort', abort);
      }
    });
  }

  close(): void {
    this.agent.destroy();
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
