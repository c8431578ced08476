import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Each step brings the file from version `index` to `index + 1`; steps are only ever appended. */
const STEPS = [
  `CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL);
   CREATE TABLE destinations (
     id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, type TEXT NOT NULL, settings TEXT NOT NULL,
     token TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
   CREATE TABLE sends (
     id TEXT PRIMARY KEY, destination_id TEXT NOT NULL, destination_name TEXT NOT NULL, source TEXT NOT NULL,
     total INTEGER NOT NULL, rate REAL, seed TEXT NOT NULL, base_time TEXT, state TEXT NOT NULL,
     claimed INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
     error TEXT, created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT);
   CREATE INDEX sends_by_state ON sends (state);`,
];

/** Opens (or creates) the session's database in `dataDir`; what was committed survives a killed process. */
export function openDatabase(dataDir: string): DatabaseSync {
  mkdirSync(dataDir, { recursive: true });
  const database = new DatabaseSync(join(dataDir, 'jarvis.db'), { timeout: 5000 });
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -256;');
  const { user_version: version } = database.prepare('PRAGMA user_version').get() as { user_version: number };
  if (version > STEPS.length) throw new Error(`jarvis.db is of a newer release (version ${version})`);
  STEPS.slice(version).forEach((step, index) =>
    database.exec(`BEGIN; ${step} PRAGMA user_version = ${version + index + 1}; COMMIT;`),
  );
  return database;
}

/** Runs `work` in one transaction: all of it, or nothing. */
export function transaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
