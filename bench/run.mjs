import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { data, shown as shownPath } from '../scripts/lib/paths.mjs';
import { say } from '../scripts/lib/say.mjs';
import { churn } from './churn.mjs';
import { cold } from './cold.mjs';
import { consoleTable } from './console.mjs';
import { drainedBurst } from './drained-burst.mjs';
import { freeBlock } from './free-block.mjs';
import { gateway } from './gateway.mjs';
import { list } from './list.mjs';
import { describeMachine } from './machine.mjs';
import { memory } from './memory.mjs';
import { Platform } from './platform.mjs';
import { read } from './read.mjs';
import { machineLine, table } from './report.mjs';
import { scale } from './scale.mjs';
import { sending } from './sending.mjs';
import { warmBurst } from './warm-burst.mjs';

/** Each scenario with how many sessions it takes by default, and how many pairs there may be for each of them at once. */
const SCENARIOS = {
  cold: { run: cold, sessions: { docker: 6, process: 20 }, pairs: 1 },
  'warm-burst': { run: warmBurst, sessions: { docker: 30, process: 100 }, pairs: 2 },
  'drained-burst': { run: drainedBurst, sessions: { docker: 20, process: 60 }, pairs: 2 },
  churn: { run: churn, sessions: { docker: 200, process: 200 }, pairs: 0 },
  read: { run: read, sessions: { docker: 1, process: 1 }, pairs: 1 },
  gateway: { run: gateway, sessions: { docker: 1, process: 1 }, pairs: 1 },
  list: { run: list, sessions: { docker: 1_000, process: 1_000 }, pairs: 0 },
  console: { run: consoleTable, sessions: { docker: 1_000, process: 1_000 }, pairs: 0 },
  memory: { run: memory, sessions: { docker: 6, process: 20 }, pairs: 1 },
  sending: { run: sending, sessions: { docker: 1, process: 1 }, pairs: 1 },
  scale: { run: scale, sessions: { docker: 150, process: 150 }, pairs: 1 },
};
/** Room for sessions that end while the next ones begin, and for the manager's own port. */
const SPARE_PORTS = 100;

const progress = (text) => process.stderr.write(`  ${text}\n`);

/** A run that hangs ends: no start and no end of a pair takes longer than this on a working machine. */
const deadlineMs = (sessions) => 300_000 + sessions * 20_000;

/**
 * Runs scenarios one after another, prints the tables and writes the figures to a file.
 * @param {{ scenarios: string[], driver: 'docker' | 'process', socket?: string, sessions?: number, json?: string }} plan
 * @param {AbortSignal} stop
 */
export async function runBench({ scenarios, driver, socket, sessions: asked, json }, stop) {
  const at = new Date().toISOString();
  const machine = await describeMachine(driver === 'docker' ? socket : undefined);
  const outcomes = [];
  try {
    for (const name of scenarios) {
      const { run, pairs, sessions: defaults } = SCENARIOS[name];
      const sessions = asked ?? defaults[driver];
      const signal = AbortSignal.any([stop, AbortSignal.timeout(deadlineMs(sessions))]);
      outcomes.push({
        name,
        ...(await runScenario(run, { driver, socket, sessions, pairs: pairs * sessions, signal })),
      });
    }
  } finally {
    // What came to an end is shown, whatever became of the rest.
    for (const { name, about, rows } of outcomes) say(`\n${name}, ${driver} driver\n${about}\n\n${table(rows)}`);
    if (outcomes.length > 0) say(`\n${machineLine(machine)}`);
  }
  const report = { scenarios, driver, sessions: asked ?? null, machine, at, results: merged(outcomes) };
  const file = json ?? join(data, 'bench', `${scenarios.join('+')}-${driver}.json`);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(report, undefined, 2)}\n`);
  say(`Figures: ${shownPath(file)}`);
  return report;
}

/** One scenario on a platform of its own; nothing is left of it, however it ends. */
async function runScenario(run, { driver, socket, sessions, pairs, signal }) {
  const ports = 2 * pairs + SPARE_PORTS;
  const firstPort = await freeBlock(ports + 2 * pairs + SPARE_PORTS);
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
function merged(outcomes) {
  if (outcomes.length === 1) return outcomes[0].results;
  const entries = outcomes.flatMap(({ name, results }) =>
    Object.entries(results).map(([figure, value]) => [`${name}_${figure}`, value]),
  );
  return { ...Object.fromEntries(entries), errors: outcomes.reduce((sum, { results }) => sum + results.errors, 0) };
}
