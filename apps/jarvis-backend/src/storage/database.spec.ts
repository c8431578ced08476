import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { DestinationStore } from '../destinations/destination.store';
import { SendStore } from '../sends/send.store';
import { openDatabase } from './database';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-database-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** A volume as the first release left it. */
function firstRelease(): void {
  const database = new DatabaseSync(join(folder, 'jarvis.db'));
  database.exec(`
    CREATE TABLE session (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL);
    CREATE TABLE destinations (
      id TEXT PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, type TEXT NOT NULL, settings TEXT NOT NULL,
      token TEXT, created_at TEXT NOT NULL, updated_at TEXT NOT NULL);
    CREATE TABLE sends (
      id TEXT PRIMARY KEY, destination_id TEXT NOT NULL, destination_name TEXT NOT NULL, source TEXT NOT NULL,
      total INTEGER NOT NULL, rate REAL, seed TEXT NOT NULL, base_time TEXT, state TEXT NOT NULL,
      claimed INTEGER NOT NULL DEFAULT 0, sent INTEGER NOT NULL DEFAULT 0, failed INTEGER NOT NULL DEFAULT 0,
      error TEXT, created_at TEXT NOT NULL, started_at TEXT, ended_at TEXT);
    CREATE INDEX sends_by_state ON sends (state);
    INSERT INTO destinations VALUES
      ('s', 'Lab', 'syslog', '{"type":"syslog","host":"10.0.0.7","port":514,"protocol":"tcp","framing":"newline"}', NULL, 'c', 'u'),
      ('h', 'Splunk', 'hec', '{"type":"hec","url":"http://10.0.0.8","index":null,"sourcetype":null,"verify_tls":false}', 't', 'd', 'u');
    INSERT INTO sends VALUES
      ('a', 's', 'Lab', '{"kind":"product","id":"p","name":"P"}', 100, 5, 'x', NULL, 'completed', 100, 100, 0, NULL, 't1', 't1', 't2'),
      ('b', 's', 'Lab', '{"kind":"scenario","id":"q","name":"Q"}', 40, NULL, 'y', NULL, 'running', 30, 20, 0, NULL, 't3', 't3', NULL);
    PRAGMA user_version = 1;`);
  database.close();
}

it('keeps what an earlier release left on the volume', () => {
  firstRelease();
  const database = openDatabase(folder);
  const sends = new SendStore(database);
  expect(sends.interruptActive()).toBe(1);
  expect(sends.get('a')).toMatchObject({
    total: 100,
    sent: 100,
    acknowledged: null,
    rate: 5,
    plan: { pace: 'rate', story_events: null },
  });
  expect(sends.get('b')).toMatchObject({
    state: 'interrupted',
    sent: 20,
    unknown: 10,
    plan: { story_events: 40, continuous: false, left_out: [] },
  });
  expect(sends.usage(200)).toEqual({ events_sent: 130, events_reserved: 0, events_left: 70 });
  expect(new DestinationStore(database).list()).toEqual([
    expect.objectContaining({ name: 'Lab', framing: 'newline', verify_tls: true, ca: null }),
    expect.objectContaining({ name: 'Splunk', token: 't', verify_tls: false, gzip: true, ack: false, ca: null }),
  ]);
  database.close();
  openDatabase(folder).close();
});

it('does not touch a volume of a later release', () => {
  const database = new DatabaseSync(join(folder, 'jarvis.db'));
  database.exec('PRAGMA user_version = 999');
  database.close();
  expect(() => openDatabase(folder)).toThrow('jarvis.db is of a newer release (version 999)');
});
