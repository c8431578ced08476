import type { DatabaseSync } from 'node:sqlite';
import { sessionSchema, type Session } from './session.schema';

/** Whose instance this is and what is allowed; kept in the database, in memory for reading. */
export class SessionStore {
  private current: Session;
  private configured: boolean;

  constructor(
    private readonly database: DatabaseSync,
    born: Pick<Session, 'session_id' | 'user_id'>,
  ) {
    const row = database.prepare('SELECT body FROM session').get() as { body: string } | undefined;
    this.current = sessionSchema.parse(row ? JSON.parse(row.body) : born);
    this.configured = row !== undefined;
  }

  get(): Session {
    return this.current;
  }

  /** Whether the session was ever put; before, it is what the environment says. */
  get isConfigured(): boolean {
    return this.configured;
  }

  /** Replaces the session; the owner's token stays known where the new one names none. */
  put(session: Session): void {
    const next = { ...session, token_sha256: session.token_sha256 ?? this.current.token_sha256 };
    this.database
      .prepare('INSERT INTO session (id, body) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body')
      .run(JSON.stringify(next));
    this.current = next;
    this.configured = true;
  }
}
