import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { data, shown as shownPath } from '../scripts/lib/paths.mjs';
import { say } from '../scripts/lib/say.mjs';
import { cold } from './cold.mjs';
import { freeBlock } from './free-block.mjs';
import { describeMachine } from './machine.mjs';
import { memory } from './memory.mjs';
import { SCENARIOS } from './options.mjs';
import { Platform } from './platform.mjs';
import { read } from './read.mjs';
import { machineLine, table } from './report.mjs';

const RUN = { cold, read, memory };
const DEFAULT_SESSIONS = { docker: 6, process: 20 };
/** Room for sessions that end while the next ones begin, and for the manager's own port. */
const SPARE_PORTS = 100;

const progress = (text) => process.stderr.write(`  ${text}\n`);

/** A run that hangs ends: no start and no end of a pair takes longer than this on a working machine. */
const deadlineMs = (sessions) => 300_000 + sessions * 60_000;

/**
 * Runs a scenario, or all of them, prints the table and writes the figures to a file.
 * @param {{ scenario: string, driver: 'docker' | 'process', socket?: string, sessions?: number, json?: string }} plan
 * @param {AbortSignal} stop
 */
export async function runBench({ scenario, driver, socket, sessions = DEFAULT_SESSIONS[driver], json }, stop) {
  const at = new Date().toISOString();
  const machine = await describeMachine(driver === 'docker' ? socket : undefined);
  const names = scenario === 'all' ? SCENARIOS : [scenario];
  const outcomes = [];
  try {
    for (const name of names) {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(deadlineMs(sessions))]);
      outcomes.push({ name, ...(await runScenario(RUN[name], { driver, socket, sessions, signal })) });
    }
  } finally {
    // What came to an end is shown, whatever became of the rest.
    for (const { name, about, rows } of outcomes) say(`\n${name}, ${driver} driver\n${about}\n\n${table(rows)}`);
    if (outcomes.length > 0) say(`\n${machineLine(machine)}`);
  }
  const report = { scenario, driver, sessions, machine, at, results: merged(outcomes, scenario) };
  const file = json ?? join(data, 'bench', `${scenario}-${driver}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  say(`Figures: ${shownPath(file)}`);
  return report;
}

/** One scenario on a platform of its own; nothing is left of it, however it ends. */
async function runScenario(run, { driver, socket, sessions, signal }) {
  const ports = 2 * sessions + SPARE_PORTS;
  const firstPort = await freeBlock(ports + 2 * sessions);
  const firstBarePort = firstPort + ports;
  const platform = new Platform({ driver, socket, firstPort, portCount: ports - 1 }, signal);
  try {
    progress('starting the session manager');
    await platform.start();
    return await run({ driver, socket, sessions, platform, firstBarePort, signal, progress });
  } finally {
    progress('cleaning up');
    await platform.stop();
  }
}

/** The figures in one flat object; those of several scenarios with the scenario's name before each. */
function merged(outcomes, scenario) {
  if (scenario !== 'all') return outcomes[0].results;
  const entries = outcomes.flatMap(({ name, results }) =>
    Object.entries(results).map(([figure, value]) => [`${name}_${figure}`, value]),
  );
  return { ...Object.fromEntries(entries), errors: outcomes.reduce((sum, { results }) => sum + results.errors, 0) };
}
