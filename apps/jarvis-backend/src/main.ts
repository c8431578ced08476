import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { createLog } from './log';
import { startBackend } from './server';
import { readSettings, type Settings } from './settings';

const CLOSE_WITHIN_MS = 800;

void main();

async function main(): Promise<void> {
  const settings = settingsOrExit();
  const log = createLog(settings.logLevel, settings.sessionId);
  // A dual-stack name whose first address is slow must not fail a delivery.
  setDefaultAutoSelectFamilyAttemptTimeout(1000);
  try {
    const backend = await startBackend(settings, log);
    const stop = (signal: string): void => {
      setTimeout(() => process.exit(0), CLOSE_WITHIN_MS).unref();
      void backend.close().then(() => {
        log('info', 'Backend stopped', { signal });
        process.exit(0);
      });
    };
    process.once('SIGTERM', stop).once('SIGINT', stop);
  } catch (error) {
    log('error', 'The backend could not start', { error: String(error) });
    process.exit(1);
  }
}

function settingsOrExit(): Settings {
  try {
    return readSettings(process.env);
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\n`);
    return process.exit(2);
  }
}
