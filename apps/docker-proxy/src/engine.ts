import { Agent, request, type IncomingMessage } from 'node:http';

const ANSWER_LIMIT = 4 * 2 ** 20;
const QUESTION_MS = 30_000;

export interface Call {
  readonly method: string;
  readonly target: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

/** The engine behind its Unix socket. Rejects where it does not answer. */
export class Engine {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly socketPath: string) {}

  /** Its answer as it begins; the caller reads or destroys it. */
  call({ method, target, body, signal }: Call): Promise<IncomingMessage> {
    const text = body === undefined ? undefined : JSON.stringify(body);
    const headers = text === undefined ? {} : { 'content-type': 'application/json' };
    return new Promise((resolve, reject) => {
      const { socketPath, agent } = this;
      const call = request({ socketPath, agent, method, path: target, headers, ...(signal && { signal }) }, resolve);
      call.on('error', reject);
      call.end(text);
    });
  }

  /** What it says of one object; `undefined` where there is none. */
  async inspect<T>(path: string): Promise<T | undefined> {
    const answer = await this.call({ method: 'GET', target: path, signal: AbortSignal.timeout(QUESTION_MS) });
    let text = '';
    answer.setEncoding('utf8');
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.length > ANSWER_LIMIT) throw new Error(`The engine says too much of ${path}`);
    }
    if (answer.statusCode === 404) return undefined;
    if (answer.statusCode !== 200) throw new Error(`The engine answers ${answer.statusCode} to ${path}`);
    return JSON.parse(text) as T;
  }

  close(): void {
    this.agent.destroy();
  }
}
