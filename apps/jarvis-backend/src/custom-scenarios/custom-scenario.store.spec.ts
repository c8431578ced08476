import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NameTakenError, NotFoundError, TooManyError } from '../errors';
import { openDatabase } from '../storage/database';
import { customScenarioSchema } from './custom-scenario.schema';
import { CustomScenarioStore } from './custom-scenario.store';

const folder = mkdtempSync(join(tmpdir(), 'jarvis-scenarios-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const setup = () => {
  const dataDir = join(folder, String((files += 1)));
  const database = openDatabase(dataDir);
  return { dataDir, database, store: new CustomScenarioStore(database) };
};
const input = (name: string, id?: string) =>
  customScenarioSchema.parse({
    ...(id !== undefined && { id }),
    name,
    description: 'A story.',
    phases: [{ id: 'only', name: 'Only', description: 'All.', steps: [{ product: 'acme', event: 'seen' }] }],
  });

it('keeps a scenario under an id of its name, or the one that was asked for', () => {
  const { dataDir, store } = setup();
  expect(store.create(input('Night shift')).id).toBe('custom-night-shift');
  expect(store.create(input('Night  shift')).id).toBe('custom-night-shift-2');
  expect(store.create(input('Other', 'custom-mine')).id).toBe('custom-mine');
  const again = new CustomScenarioStore(openDatabase(dataDir));
  expect(again.stamps().map(({ id }) => id)).toEqual(['custom-night-shift-2', 'custom-night-shift', 'custom-mine']);
  expect(again.definition('custom-mine')).toEqual({ ...input('Other'), id: 'custom-mine' });
  expect(again.definition('custom-none')).toBeUndefined();
});

it.each([
  ['the name', input('NIGHT shift'), 'name'],
  ['the id', input('Other', 'custom-night-shift'), 'id'],
])('refuses %s that another has, and keeps nothing', (_, other, field) => {
  const { store } = setup();
  store.create(input('Night shift'));
  expect(() => store.create(other)).toThrow(expect.objectContaining({ name: 'NameTakenError', field }));
  expect(store.stamps()).toHaveLength(1);
});

it('has room for 50', () => {
  const { store } = setup();
  for (let number = 0; number < 50; number += 1) store.create(input(`Story ${number}`));
  expect(() => store.create(input('One more'))).toThrow(TooManyError);
  store.remove('custom-story-7');
  expect(store.create(input('One more')).id).toBe('custom-one-more');
});

it('tells by the stamp that one was replaced', () => {
  const { store } = setup();
  const scenario = store.create(input('Night shift'));
  store.create(input('Other'));
  const before = store.stamps();
  store.replace({ ...scenario, description: 'Another.' });
  const changed = store.stamps().filter(({ stamp }, index) => stamp !== before[index]!.stamp);
  expect(changed.map(({ id }) => id)).toEqual(['custom-night-shift']);
  expect(store.definition('custom-night-shift')?.description).toBe('Another.');
  store.replace({ ...scenario, name: 'night SHIFT' });
  expect(() => store.replace({ ...scenario, name: 'other' })).toThrow(NameTakenError);
});

it('knows when there is none to replace or to delete', () => {
  const { store } = setup();
  const scenario = store.create(input('Night shift'));
  store.remove(scenario.id);
  expect(() => store.remove(scenario.id)).toThrow(NotFoundError);
  expect(() => store.replace(scenario)).toThrow(NotFoundError);
  expect(store.has(scenario.id)).toBe(false);
});

it('reads what an earlier release kept, with what has come since', () => {
  const { database, store } = setup();
  const definition = {
    id: 'custom-old',
    name: 'Old',
    description: 'Old.',
    phases: [{ id: 'only', name: 'Only', description: 'All.', steps: [{ product: 'acme', event: 'seen' }] }],
  };
  database
    .prepare("INSERT INTO custom_scenarios VALUES ('custom-old', 'Old', ?, 's', 'c', 'u')")
    .run(JSON.stringify(definition));
  expect(store.definition('custom-old')?.phases[0]).toMatchObject({ wait: '0s', lasts: '5m', mitre: [] });
});
