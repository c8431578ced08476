import { mustAnswer } from './platform.mjs';
import { percentile } from './statistics.mjs';

/**
 * @typedef {object} Click
 * @property {number} ms from the request to the instance's first HTTP 200
 * @property {string} instance its eight hex digits
 * @property {string} port of its frontend
 */

/**
 * So many clicks at once, each by a user of its own, until every instance answers HTTP.
 * @param {import('./platform.mjs').Platform} platform
 * @param {number} count
 * @returns {Promise<{ clicks: Click[], errors: Error[], seconds: number }>}
 */
export async function clickAtOnce(platform, count) {
  const began = performance.now();
  const outcomes = await Promise.allSettled(Array.from({ length: count }, (_, index) => click(platform, index)));
  const seconds = (performance.now() - began) / 1_000;
  platform.signal.throwIfAborted();
  return {
    seconds,
    clicks: outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : [])),
    errors: outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : [])),
  };
}

async function click(platform, index) {
  const began = performance.now();
  const session = await platform.create(index);
  await mustAnswer(new URL('/health', session.frontend_url));
  const ms = performance.now() - began;
  return { ms, instance: session.session_id.slice(-8), port: new URL(session.frontend_url).port };
}

/** How many clicks got an instance, or an address, that another one had got. @param {readonly Click[]} clicks */
export const givenTwice = (clicks) =>
  Math.max(
    clicks.length - new Set(clicks.map(({ instance }) => instance)).size,
    clicks.length - new Set(clicks.map(({ port }) => port)).size,
  );

/** @param {readonly Click[]} clicks @param {number} share */
export const clickTime = (clicks, share) =>
  percentile(
    clicks.map(({ ms }) => ms),
    share,
  );
