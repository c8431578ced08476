import { get } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';

const PAUSE_MS = 40;
const PATIENCE_MS = 400;
const DEADLINE_MS = 60_000;

/**
 * Resolves when the URL answers 200; rejects after a minute, or when the signal aborts.
 * @param {string} url
 * @param {AbortSignal} signal
 */
export async function untilHttp(url, signal) {
  const end = Date.now() + DEADLINE_MS;
  while (!(await answers(url))) {
    signal.throwIfAborted();
    if (Date.now() > end) throw new Error(`${url} does not answer`);
    await sleep(PAUSE_MS);
  }
}

/** @returns {Promise<boolean>} */
const answers = (url) =>
  new Promise((resolve) => {
    // A question that is sent while a container's address is set up can hang; the next one comes through.
    const request = get(url, { agent: false, timeout: PATIENCE_MS }, (response) => {
      response.resume();
      resolve(response.statusCode === 200);
    });
    request.on('timeout', () => request.destroy());
    request.on('error', () => resolve(false));
  });
