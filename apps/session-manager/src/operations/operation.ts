export const OPERATION_ACTIONS = ['extend', 'terminate', 'restart'] as const;
export type OperationAction = (typeof OPERATION_ACTIONS)[number];

/** One act on many sessions, as Redis holds it. */
export interface Operation {
  readonly operationId: string;
  readonly action: OperationAction;
  readonly hours?: number;
  /** The organiser who began it, and the address that they came from. */
  readonly actor: string;
  readonly address: string;
  readonly status: 'running' | 'done';
  readonly startedAt: Date;
  readonly finishedAt?: Date;
  readonly total: number;
  readonly succeeded: number;
  readonly failed: number;
}

/** A session for which it did not work. */
export interface OperationFailure {
  readonly sessionId: string;
  readonly code: string;
  readonly message: string;
}

type Hash = Readonly<Record<string, string | undefined>>;

export const toOperationHash = (operation: Operation): Record<string, string> => ({
  action: operation.action,
  ...(operation.hours === undefined ? {} : { hours: String(operation.hours) }),
  actor: operation.actor,
  address: operation.address,
  status: operation.status,
  started_at: String(operation.startedAt.getTime()),
  total: String(operation.total),
});

/** `undefined` where there is no such operation. */
export function fromOperationHash(operationId: string, hash: Hash): Operation | undefined {
  const { action, status } = hash;
  if (action === undefined || status === undefined) return undefined;
  return {
    operationId,
    action: action as OperationAction,
    ...(hash['hours'] === undefined ? {} : { hours: Number(hash['hours']) }),
    actor: hash['actor'] ?? '',
    address: hash['address'] ?? '',
    status: status as Operation['status'],
    startedAt: new Date(Number(hash['started_at'])),
    ...(hash['finished_at'] === undefined ? {} : { finishedAt: new Date(Number(hash['finished_at'])) }),
    total: Number(hash['total'] ?? 0),
    succeeded: Number(hash['succeeded'] ?? 0),
    failed: Number(hash['failed'] ?? 0),
  };
}
