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
  `ALTER TABLE sends RENAME TO sends_before;
   DROP INDEX sends_by_state;
   CREATE TABLE sends (
     id TEXT PRIMARY KEY, destination_id TEXT NOT NULL, destination_name TEXT NOT NULL, source TEXT NOT NULL,
     total INTEGER, rate REAL, seed TEXT NOT NULL, base_time TEXT, plan TEXT NOT NULL, state TEXT NOT NULL,
     claimed INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, acknowledged INTEGER, failed INTEGER NOT NULL DEFAULT 0,
     error TEXT, created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT);
   INSERT INTO sends (id, destination_id, destination_name, source, total, rate, seed, base_time, plan, state, claimed, sent, failed,
     error, created_at, started_at, ended_at)
     SELECT id, destination_id, destination_name, source, total, rate, seed, base_time,
       json_object('pace', 'rate', 'lasts_s', NULL, 'ends_at', NULL, 'duration_s', NULL, 'continuous', json('false'), 'story_events',
         iif(source ->> 'kind' = 'scenario', total, NULL), 'noise', NULL, 'left_out', json('[]'), 'begun_at', created_at),
       state, claimed, sent, failed, error, created_at, started_at, ended_at FROM sends_before;
   DROP TABLE sends_before;
   CREATE INDEX sends_by_state ON sends (state);
   CREATE TABLE send_tallies (
     send_id TEXT NOT NULL, phase TEXT NOT NULL, product_id TEXT NOT NULL, event_id TEXT NOT NULL, event_name TEXT NOT NULL,
     malicious INTEGER NOT NULL, mitre TEXT NOT NULL, events INTEGER NOT NULL, first_at INTEGER NOT NULL, last_at INTEGER NOT NULL,
     PRIMARY KEY (send_id, phase, product_id, event_id)) WITHOUT ROWID;
   CREATE TABLE send_batches (
     send_id TEXT NOT NULL, first INTEGER NOT NULL, times BLOB NOT NULL, digest BLOB NOT NULL,
     PRIMARY KEY (send_id, first)) WITHOUT ROWID;`,
  `CREATE TABLE uploads (
     id TEXT PRIMARY KEY, name TEXT NOT NULL, size_bytes INTEGER NOT NULL, layout TEXT NOT NULL, events INTEGER NOT NULL,
     time TEXT NOT NULL, time_choices TEXT NOT NULL, sourcetype TEXT, created_at TEXT NOT NULL, segments BLOB NOT NULL);`,
  `CREATE TABLE custom_scenarios (
     id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, definition TEXT NOT NULL, stamp TEXT NOT NULL,
     created_at TEXT NOT NULL, updated_at TEXT NOT NULL);`,
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
