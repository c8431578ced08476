import type { Operation } from '../../live/events';
import { count, many } from '../../shared/format';

export type { Operation };
export type OperationAction = Operation['action'];
export type OperationFailure = Operation['failures'][number];

const DOING: Record<OperationAction, string> = { extend: 'Extending', restart: 'Restarting', terminate: 'Terminating' };
const DONE: Record<OperationAction, string> = { extend: 'extended', restart: 'restarted', terminate: 'terminated' };

/** `Extending 150 sessions by 4 h`. */
export const operationTitle = ({ action, total, hours }: Pick<Operation, 'action' | 'total' | 'hours'>): string =>
  `${DOING[action]} ${many(total, 'session')}${action === 'extend' && hours !== null ? ` by ${hours} h` : ''}`;

/** `148 extended, 2 failed`. */
export const operationResult = ({ action, succeeded, failed }: Operation): string =>
  `${count(succeeded)} ${DONE[action]}, ${count(failed)} failed`;

/** From 0 to 100. */
export const operationPercent = ({ total, succeeded, failed }: Operation): number =>
  total === 0 ? 100 : Math.floor((100 * (succeeded + failed)) / total);

/** What failed as text to paste: a session and its reason on each line, between them a tab. */
export const failureList = (failures: readonly OperationFailure[]): string =>
  failures.map(({ session_id, message }) => `${session_id}\t${message}`).join('\n');
