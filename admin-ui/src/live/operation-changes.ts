import type { components } from '@jarvis/client';
import type { Operation } from './events';

export type OperationList = components['schemas']['OperationListDto'];

/** Answers and events overtake each other: of two states of an operation the one that has come further. */
export const furtherOf = (one: Operation | undefined, other: Operation): Operation =>
  one === undefined ||
  other.status === 'done' ||
  (one.status !== 'done' && one.succeeded + one.failed <= other.succeeded + other.failed)
    ? other
    : one;

/** A list that was read, where it was not overtaken by what the stream told meanwhile. */
export const furtherList = (known: OperationList | undefined, { operations }: OperationList): OperationList => {
  const byId = new Map(known?.operations.map((operation) => [operation.operation_id, operation]));
  return { operations: operations.map((each) => furtherOf(byId.get(each.operation_id), each)) };
};

/** The list with an operation as it is now: in its place, or first when it is new. */
export const withOperation = ({ operations }: OperationList, operation: Operation): OperationList => {
  const isIt = ({ operation_id }: Operation) => operation_id === operation.operation_id;
  return {
    operations: operations.some(isIt)
      ? operations.map((each) => (isIt(each) ? furtherOf(each, operation) : each))
      : [operation, ...operations],
  };
};
