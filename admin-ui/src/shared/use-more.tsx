import { Button } from '@mantine/core';
import { useState, type ReactNode } from 'react';

/** The first of many rows, and a button for the next ones: long lists stay quick. */
export const useMore = <T,>(
  rows: readonly T[],
  step = 100,
): { readonly shown: readonly T[]; readonly more: ReactNode } => {
  const [count, setCount] = useState(step);
  const left = rows.length - count;
  const more = left > 0 && (
    <Button variant="subtle" size="sm" onClick={() => setCount(count + step)}>
      {left > step ? `Show ${step} more of ${left}` : `Show ${left} more`}
    </Button>
  );
  return { shown: rows.slice(0, count), more };
};
