/**
 * @typedef {object} Round
 * @property {number} seconds from the first start to the last answer
 * @property {number[]} latencies of the starts that came to an end well, in ms
 * @property {Error[]} errors
 */

/**
 * Does the work `count` times: `clients` of them at any moment, each beginning its next one when its last one has ended. What
 * fails is counted, and the rest goes on; after an abort nothing new begins.
 * @param {(index: number) => Promise<void>} work
 * @param {{ count: number, clients: number, signal: AbortSignal }} options
 * @returns {Promise<Round>}
 */
export async function closedLoop(work, { count, clients, signal }) {
  const latencies = [];
  const errors = [];
  let next = 0;
  const client = async () => {
    while (next < count && !signal.aborted) {
      const began = performance.now();
      try {
        await work(next++);
        latencies.push(performance.now() - began);
      } catch (error) {
        errors.push(error);
      }
    }
  };
  const began = performance.now();
  await Promise.all(Array.from({ length: Math.min(clients, count) }, client));
  signal.throwIfAborted();
  return { seconds: (performance.now() - began) / 1_000, latencies, errors };
}
