import { useStartOperation } from '../operations/use-operations';
import { idsOf, type BulkAct, type Subjects } from './bulk-act';
import { useExtend, useRestart, useTerminate } from './use-session-acts';

interface Wanted {
  readonly act: BulkAct;
  readonly sessions: Subjects;
  readonly hours?: number;
}

/** Acts on one session at once, on many by an operation that `onStarted` is told of. */
export const useActOn = (onStarted: (operationId: string) => void) => {
  const extend = useExtend();
  const restart = useRestart();
  const terminate = useTerminate();
  const start = useStartOperation();
  const actOn = ({ act, sessions, hours = 0 }: Wanted, onDone: () => void): void => {
    const [only, ...others] = sessions;
    if (!only) return;
    const { session_id: id } = only;
    if (others.length > 0) {
      const body = { action: act, session_ids: idsOf(sessions), ...(act === 'extend' && { hours }) };
      start.mutate(body, {
        onSuccess: ({ operation_id }) => {
          onDone();
          onStarted(operation_id);
        },
      });
    } else if (act === 'extend') extend.mutate({ id, hours }, { onSuccess: onDone });
    else (act === 'restart' ? restart : terminate).mutate({ id }, { onSuccess: onDone });
  };
  return { actOn, pending: [extend, restart, terminate, start].some(({ isPending }) => isPending) };
};
