import type { Operation } from './events';
import { furtherList, furtherOf, withOperation } from './operation-changes';

const operation = (operation_id: string, succeeded = 0, status: Operation['status'] = 'running') =>
  ({ operation_id, succeeded, failed: 0, status }) as Operation;

it('brings progress to its place, and what is new to the top', () => {
  const list = { operations: [operation('b'), operation('a')] };
  expect(withOperation(list, operation('a', 5)).operations).toEqual([operation('b'), operation('a', 5)]);
  expect(withOperation(list, operation('c')).operations).toEqual([operation('c'), ...list.operations]);
});

it('never goes back to what was overtaken', () => {
  expect(furtherOf(operation('a', 5), operation('a', 3)).succeeded).toBe(5);
  expect(furtherOf(operation('a', 3), operation('a', 5)).succeeded).toBe(5);
  expect(furtherOf(operation('a', 5, 'done'), operation('a', 5, 'done')).status).toBe('done');
  expect(furtherOf(operation('a', 5, 'done'), operation('a', 5)).status).toBe('done');
  expect(furtherOf(undefined, operation('a')).succeeded).toBe(0);
});

it('keeps of a list that was read only what nobody told better meanwhile', () => {
  const known = { operations: [operation('b', 5, 'done'), operation('gone', 5, 'done')] };
  const read = { operations: [operation('b', 4), operation('a', 1)] };
  expect(furtherList(known, read).operations).toEqual([operation('b', 5, 'done'), operation('a', 1)]);
  expect(furtherList(undefined, read)).toEqual(read);
});
