import { useEffect, useRef } from 'react';
import { notifyDone, notifyFailed } from '../../shared/notices';
import { operationResult } from './operation-words';
import { useOperations } from './use-operations';

/** Says when an operation that ran while this page was open is over, unless it is being watched. */
export const useFinishedNotices = (watched: string | null): void => {
  const { data } = useOperations();
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const operation of data?.operations ?? []) {
      const { operation_id: id, status, failed } = operation;
      if (status === 'running') running.current.add(id);
      else if (running.current.delete(id) && id !== watched) {
        const words = `${operationResult(operation)}. See Operations for the report.`;
        if (failed === 0) notifyDone(words);
        else notifyFailed(words);
      }
    }
  }, [data, watched]);
};
