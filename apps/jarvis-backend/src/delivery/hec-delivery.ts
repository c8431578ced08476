import { Agent, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import type { HecSettings } from '../destinations/destination.schema';
import type { GeneratedEvent } from '../events/product';
import { Delivery, DeliveryError, describeNetworkError } from './delivery';

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;

/** Splunk's HTTP Event Collector: a batch is one POST, and accepted or not as a whole. */
export class HecDelivery extends Delivery {
  private readonly url: URL;
  private readonly agent: Agent;
  private confirmed = 0;

  constructor(
    private readonly settings: HecSettings,
    private readonly token: string,
  ) {
    super();
    this.url = collectorUrl(settings.url);
    this.agent =
      this.url.protocol === 'https:'
        ? new TlsAgent({ keepAlive: true, maxSockets: 1, rejectUnauthorized: settings.verify_tls })
        : new Agent({ keepAlive: true, maxSockets: 1 });
  }

  async deliver(events: readonly GeneratedEvent[]): Promise<void> {
    const { status, text } = await this.post(
      events.map((event) => JSON.stringify(hecBody(event, this.settings))).join('\n'),
    );
    if (status >= 200 && status < 300) {
      this.confirmed += events.length;
      return;
    }
    const retryable = status === 429 || status >= 500;
    throw new DeliveryError(`The collector answered ${status}${explain(text)}`, retryable);
  }

  override get acknowledged(): number {
    return this.confirmed;
  }

  async close(): Promise<void> {
    this.agent.destroy();
  }

  private post(body: string): Promise<{ status: number; text: string }> {
    const send = this.url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void =>
        reject(
          new DeliveryError(`The collector cannot be reached: ${describeNetworkError(error)}`, true, 0, {
            cause: error,
          }),
        );
      const call = send(this.url, {
        method: 'POST',
        agent: this.agent,
        headers: {
          Authorization: `Splunk ${this.token}`,
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(body),
        },
      });
      const timer = setTimeout(
        () => call.destroy(Object.assign(new Error('timeout'), { code: 'ETIMEDOUT' })),
        TIMEOUT_MS,
      );
      call.on('close', () => clearTimeout(timer)).on('error', fail);
      call.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('error', fail);
        answer.on('data', (part: string) => (text = text.length < ANSWER_LIMIT_BYTES ? text + part : text));
        answer.on('end', () => resolve({ status: answer.statusCode ?? 0, text }));
      });
      call.end(body);
    });
  }
}

/** The event endpoint: the address as given when it names one, else Splunk's path after it. */
export function collectorUrl(given: string): URL {
  const url = new URL(given);
  if (!/\/services\/collector(\/event)?(\/1\.0)?\/?$/.test(url.pathname)) {
    url.pathname = `${url.pathname.replace(/\/+$/, '')}/services/collector/event`;
  }
  return url;
}

export const hecBody = (
  { time, hec }: GeneratedEvent,
  { index, sourcetype }: Pick<HecSettings, 'index' | 'sourcetype'>,
) => ({
  time: time.getTime() / 1000,
  host: hec.host,
  source: hec.source,
  sourcetype: sourcetype || hec.sourcetype,
  ...(index ? { index } : {}),
  event: hec.event,
});

/** Splunk says what it did not like as `{"text":"Invalid token","code":4}`. */
function explain(text: string): string {
  try {
    const said = (JSON.parse(text) as { text?: unknown } | null)?.text;
    return typeof said === 'string' && said ? `: ${said.slice(0, 200)}` : '';
  } catch {
    return '';
  }
}
