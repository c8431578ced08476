import { DeliveryError } from './delivery';

export interface HecAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** The JSON object of the answer; empty where it is none. */
  readonly said: Readonly<Record<string, unknown>>;
}

const RETRY_AFTER_MAX_MS = 60_000;

/** What to do about Splunk's codes (Splunk, "Troubleshoot HTTP Event Collector"). */
const ADVICE: Readonly<Record<number, string>> = {
  1: 'The token is disabled: enable it at the collector.',
  4: 'Check the token of this destination.',
  7: 'Check the index of this destination: the token may not write to it.',
  10: 'Switch acknowledgement off for this destination, or ask with a channel.',
  14: 'Indexer acknowledgement is off at the collector: switch it off here too.',
};

/** A collector's answer that is no success, as an error in words. */
export function refusalOf({ status, headers, said }: HecAnswer): DeliveryError {
  if (status >= 300 && status < 400) {
    const message = `The collector answered ${status}: it sends elsewhere, and redirects are not followed. Give the collector's own address.`;
    return new DeliveryError(message, false);
  }
  const [text, code] = [said['text'], said['code']];
  const reason = typeof text === 'string' && text ? `: ${text.slice(0, 200)}` : '';
  const advice = typeof code === 'number' && ADVICE[code] ? `. ${ADVICE[code]}` : '';
  const message = `The collector answered ${status}${reason}${advice}`;
  const retryAfterMs = retryAfter(headers['retry-after']);
  return new DeliveryError(message, status === 429 || status >= 500, 0, { retryAfterMs });
}

/** `Retry-After` (RFC 9110): seconds, or a date. */
function retryAfter(value: string | string[] | undefined): number | undefined {
  if (typeof value !== 'string') return undefined;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), RETRY_AFTER_MAX_MS);
}
