/**
 * A line of the table: a figure, what it is compared with, and how it stands.
 * @typedef {object} Row
 * @property {string} figure
 * @property {string} platform
 * @property {string} yardstick
 * @property {string} verdict
 */

/**
 * A figure without a verdict.
 * @param {string} figure
 * @param {string | number} platform
 * @param {string | number} yardstick
 */
export const plainRow = (figure, platform, yardstick = '') => ({
  figure,
  platform: String(platform),
  yardstick: String(yardstick),
  verdict: '',
});

/** @param {number} value */
export const shown = (value) => (Number.isFinite(value) ? String(Number(value.toPrecision(3))) : '-');

/**
 * @param {number} value
 * @param {{ atLeast?: number, atMost?: number }} goal
 * @param {string} unit
 */
export function verdict(value, { atLeast, atMost }, unit = '') {
  const met = atLeast === undefined ? value <= atMost : value >= atLeast;
  const words = atLeast === undefined ? `at most ${atMost}` : `at least ${atLeast}`;
  return `${shown(value)}${unit}, goal ${words}: ${met ? 'met' : 'missed'}`;
}

/**
 * A Markdown table whose columns line up.
 * @param {readonly Row[]} rows
 */
export function table(rows) {
  const lines = [
    ['figure', 'platform', 'yardstick', 'ratio'],
    ...rows.map(({ figure, platform, yardstick, verdict: last }) => [figure, platform, yardstick, last]),
  ];
  const widths = lines[0].map((_, column) => Math.max(...lines.map((line) => line[column].length)));
  const line = (cells) => `| ${cells.map((cell, column) => cell.padEnd(widths[column])).join(' | ')} |`;
  const [head, ...body] = lines;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** One line about the machine. */
export const machineLine = ({ cores, cpu, memory_gb, kernel, docker, node, load_average }) =>
  [
    `${cores} cores (${cpu})`,
    `${memory_gb} GB`,
    kernel,
    docker === null ? 'no Docker' : `Docker ${docker}`,
    `Node ${node}`,
    `load average before the run ${load_average}`,
  ].join(', ');
