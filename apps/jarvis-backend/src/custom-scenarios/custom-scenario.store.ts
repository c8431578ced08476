import { randomUUID } from 'node:crypto';
import type { DatabaseSync } from 'node:sqlite';
import type { CustomScenarios } from '../catalogue/custom-summaries';
import { scenarioSchema, type ScenarioFile } from '../catalogue/product.schema';
import { NameTakenError, NotFoundError, TooManyError } from '../errors';
import { transaction } from '../storage/database';
import type { CustomScenarioInput } from './custom-scenario.schema';
import { customId } from './custom-id';

const SCENARIOS_MAX = 50;

/** The attendee's own scenarios, on the volume. */
export class CustomScenarioStore implements CustomScenarios {
  constructor(private readonly database: DatabaseSync) {}

  stamps(): { id: string; stamp: string }[] {
    const query = 'SELECT id, stamp FROM custom_scenarios ORDER BY name COLLATE NOCASE';
    return this.database.prepare(query).all() as { id: string; stamp: string }[];
  }

  has(id: string): boolean {
    return this.database.prepare('SELECT 1 FROM custom_scenarios WHERE id = ?').get(id) !== undefined;
  }

  /** Through the schema: a row of an earlier release lacks what has come since. */
  definition(id: string): ScenarioFile | undefined {
    const row = this.database.prepare('SELECT definition FROM custom_scenarios WHERE id = ?').get(id);
    return row && scenarioSchema.parse(JSON.parse(String(row['definition'])));
  }

  /** Keeps a scenario under its id, or one made of its name. Throws `NameTakenError`, also for an id, and `TooManyError`. */
  create({ id: wanted, ...parts }: CustomScenarioInput): ScenarioFile {
    return transaction(this.database, () => {
      const ids = new Set(this.stamps().map(({ id }) => id));
      if (ids.size >= SCENARIOS_MAX)
        throw new TooManyError(`A session may have ${SCENARIOS_MAX} scenarios of its own. Delete one first.`);
      if (wanted !== undefined && ids.has(wanted)) throw new NameTakenError(wanted, 'scenario', 'id');
      const scenario = { id: wanted ?? customId(parts.name, (id) => ids.has(id)), ...parts };
      const now = new Date().toISOString();
      uniquely(scenario.name, () =>
        this.database
          .prepare(
            'INSERT INTO custom_scenarios (id, name, definition, stamp, created_at, updated_at) VALUES (?, ?, ?, ?, ?, ?)',
          )
          .run(scenario.id, scenario.name, JSON.stringify(scenario), randomUUID(), now, now),
      );
      return scenario;
    });
  }

  /** Throws `NotFoundError` and `NameTakenError`. */
  replace(scenario: ScenarioFile): void {
    const { changes } = uniquely(scenario.name, () =>
      this.database
        .prepare('UPDATE custom_scenarios SET name = ?, definition = ?, stamp = ?, updated_at = ? WHERE id = ?')
        .run(scenario.name, JSON.stringify(scenario), randomUUID(), new Date().toISOString(), scenario.id),
    );
    if (changes === 0) throw new NotFoundError('scenario', scenario.id);
  }

  /** Throws `NotFoundError`. */
  remove(id: string): void {
    const { changes } = this.database.prepare('DELETE FROM custom_scenarios WHERE id = ?').run(id);
    if (changes === 0) throw new NotFoundError('scenario', id);
  }
}

function uniquely<T>(name: string, write: () => T): T {
  try {
    return write();
  } catch (error) {
    if (/UNIQUE constraint failed: custom_scenarios\.name/.test((error as Error).message))
      throw new NameTakenError(name, 'scenario');
    throw error;
  }
}
