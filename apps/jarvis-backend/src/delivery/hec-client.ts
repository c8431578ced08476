import { Agent, request as httpRequest } from 'node:http';
import { Agent as TlsAgent, request as httpsRequest } from 'node:https';
import { promisify } from 'node:util';
import { gzip as compress } from 'node:zlib';
import type { HecSettings } from '../destinations/destination.schema';
import type { AddressGuard } from './address-guard';
import { DeliveryError, describeNetworkError, isLasting, timedOut } from './delivery';
import { refusalOf, type HecAnswer } from './hec-refusal';
import { trustOf } from './trust';

const TIMEOUT_MS = 10_000;
const ANSWER_LIMIT_BYTES = 64 * 1024;
const gzip = promisify(compress);

export interface HecAccess {
  readonly token: string;
  readonly guard: AddressGuard;
  /** For indexer acknowledgement. */
  readonly channel?: string;
}

/** One connection to a collector. Redirects are answers like others: the token goes to the collector alone. */
export class HecClient {
  private readonly url: URL;
  private readonly agent: Agent;
  private compresses: boolean;

  constructor(
    settings: Pick<HecSettings, 'url' | 'verify_tls' | 'ca' | 'gzip'>,
    private readonly access: HecAccess,
  ) {
    this.url = collectorUrl(settings.url);
    this.compresses = settings.gzip;
    const options = { keepAlive: true, maxSockets: 1, lookup: access.guard.lookup };
    this.agent =
      this.url.protocol === 'https:' ? new TlsAgent({ ...options, ...trustOf(settings) }) : new Agent(options);
  }

  /** Posts events. Rejects with `DeliveryError` when there is no answer. */
  async post(body: string): Promise<HecAnswer> {
    if (!this.compresses) return await this.send(this.url, Buffer.from(body));
    const answer = await this.send(this.url, await gzip(body), { 'Content-Encoding': 'gzip' });
    if (answer.status !== 415) return answer;
    this.compresses = false;
    return await this.send(this.url, Buffer.from(body));
  }

  /** Those of the ids that are acknowledged. Rejects with `DeliveryError` when there is no good answer. */
  async acknowledged(ids: readonly number[]): Promise<number[]> {
    const url = new URL(this.url);
    url.pathname = url.pathname.replace(/\/services\/collector.*$/, '/services/collector/ack');
    const answer = await this.send(url, Buffer.from(JSON.stringify({ acks: ids })));
    const { acks } = answer.said;
    if (answer.status !== 200) throw refusalOf(answer);
    if (typeof acks !== 'object' || acks === null)
      throw new DeliveryError('The collector gave no acknowledgements when it was asked for them', false);
    return ids.filter((id) => (acks as Record<string, unknown>)[String(id)] === true);
  }

  close(): void {
    this.agent.destroy();
  }

  private send(url: URL, body: Buffer, headers: Record<string, string> = {}): Promise<HecAnswer> {
    const { token, channel, guard } = this.access;
    const start = url.protocol === 'https:' ? httpsRequest : httpRequest;
    return new Promise((resolve, reject) => {
      const fail = (error: unknown): void => {
        const message = `The collector cannot be reached: ${describeNetworkError(error)}`;
        reject(new DeliveryError(message, !isLasting(error), 0, { cause: error }));
      };
      try {
        guard.check(url.hostname);
      } catch (error) {
        return fail(error);
      }
      const call = start(url, {
        method: 'POST',
        agent: this.agent,
        headers: {
          Authorization: `Splunk ${token}`,
          'Content-Type': 'application/json',
          'Content-Length': body.byteLength,
          ...(channel && { 'X-Splunk-Request-Channel': channel }),
          ...headers,
        },
      });
      const timer = setTimeout(() => call.destroy(timedOut()), TIMEOUT_MS);
      call.on('close', () => clearTimeout(timer)).on('error', fail);
      call.on('response', (answer) => {
        let text = '';
        answer.setEncoding('utf8').on('error', fail);
        answer.on('data', (part: string) => (text = text.length < ANSWER_LIMIT_BYTES ? text + part : text));
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, headers: answer.headers, said: objectOf(text) }),
        );
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

function objectOf(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
