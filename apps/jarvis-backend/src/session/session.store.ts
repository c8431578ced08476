import type { DatabaseSync } from 'node:sqlite';
import { sessionSchema, type Session } from './session.schema';

/** Whose instance this is and what is allowed; kept in the database, in memory for reading. */
export class SessionStore {
  private current: Session;

  constructor(
    private readonly database: DatabaseSync,
    born: Pick<Session, 'session_id' | 'user_id'>,
  ) {
    const row = database.prepare('SELECT body FROM session').get() as { body: string } | undefined;
    this.current = sessionSchema.parse(row ? JSON.parse(row.body) : born);
  }

  get(): Session {
    return this.current;
  }

  put(session: Session): void {
    this.database
      .prepare('INSERT INTO session (id, body) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET body = excluded.body')
      .run(JSON.stringify(session));
    this.current = session;
  }
}
