// A closed terminal must not end a script that still has to clean up.
process.stdout.on('error', () => undefined);
process.stderr.on('error', () => undefined);

export const say = (text = '') => console.log(text);

/** Something the reader has to do or know about, and why the run may end. */
export const warn = (text) => console.error(text);

/** Says what starts, runs it, and says how long it took when that was noticeable. */
export async function step(what, work) {
  const started = Date.now();
  say(`· ${what}`);
  const result = await work();
  const seconds = (Date.now() - started) / 1000;
  if (seconds >= 2) say(`  ${seconds.toFixed(0)} s`);
  return result;
}

/** An error whose message is all a reader needs: what is missing and what to do. */
export class Hint extends Error {}

/** Runs a script's main function: a Hint ends it with its message, anything else with its stack. */
export async function main(work) {
  try {
    process.exitCode = (await work()) ?? 0;
  } catch (error) {
    warn(error instanceof Hint ? `\n${error.message}` : error.stack);
    process.exitCode = 1;
  }
}
