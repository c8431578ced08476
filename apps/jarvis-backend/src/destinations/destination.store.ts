import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import { NameTakenError, NotFoundError, TooManyError } from '../errors';
import { destinationSchema, type Destination, type DestinationInput } from './destination.schema';

const DESTINATIONS_MAX = 100;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly settings: string;
  readonly token: string | null;
  readonly created_at: string;
  readonly updated_at: string;
}

/** The session's destinations, on the volume. */
export class DestinationStore {
  constructor(private readonly database: DatabaseSync) {}

  list(): Destination[] {
    return (this.database.prepare('SELECT * FROM destinations ORDER BY created_at, id').all() as unknown as Row[]).map(
      fromRow,
    );
  }

  /** Throws `NotFoundError`. */
  get(id: string): Destination {
    const row = this.database.prepare('SELECT * FROM destinations WHERE id = ?').get(id) as unknown as Row | undefined;
    if (!row) throw new NotFoundError('destination', id);
    return fromRow(row);
  }

  /** Throws `NameTakenError`, or `TooManyError` where there are too many. */
  create(input: DestinationInput): Destination {
    const { count } = this.database.prepare('SELECT count(*) AS count FROM destinations').get() as { count: number };
    if (count >= DESTINATIONS_MAX)
      throw new TooManyError(`A session may have ${DESTINATIONS_MAX} destinations. Delete one first.`);
    const { name, token, settings } = split(input);
    const [id, now] = [randomUUID(), new Date().toISOString()];
    uniquely(name, () =>
      this.database
        .prepare(
          'INSERT INTO destinations (id, name, type, settings, token, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
        )
        .run(id, name, input.type, settings, token ?? null, now, now),
    );
    return this.get(id);
  }

  /** Replaces all but the token, which stays when none is given. Throws `NotFoundError` and `NameTakenError`. */
  replace(id: string, input: DestinationInput): Destination {
    const before = this.get(id);
    const { name, token, settings } = split(input);
    const kept = before.type === input.type ? before.token : null;
    uniquely(name, () =>
      this.database
        .prepare('UPDATE destinations SET name = ?, type = ?, settings = ?, token = ?, updated_at = ? WHERE id = ?')
        .run(name, input.type, settings, token ?? kept, new Date().toISOString(), id),
    );
    return this.get(id);
  }

  /** Throws `NotFoundError`. */
  remove(id: string): void {
    const { changes } = this.database.prepare('DELETE FROM destinations WHERE id = ?').run(id);
    if (changes === 0) throw new NotFoundError('destination', id);
  }
}

function split(input: DestinationInput): { name: string; token: string | undefined; settings: string } {
  if (input.type === 'syslog') {
    const { name, ...settings } = input;
    return { name, token: undefined, settings: JSON.stringify(settings) };
  }
  const { name, token, ...settings } = input;
  return { name, token, settings: JSON.stringify(settings) };
}

/** Through the schema: a row of an earlier release lacks what has come since. */
function fromRow({ id, name, settings, token, created_at, updated_at }: Row): Destination {
  const input = destinationSchema.parse({ name, ...(JSON.parse(settings) as object) });
  return { ...input, id, token, created_at, updated_at };
}

function uniquely(name: string, write: () => void): void {
  try {
    write();
  } catch (error) {
    if (/UNIQUE constraint failed: destinations\.name/.test((error as Error).message))
      throw new NameTakenError(name, 'destination');
    throw error;
  }
}
