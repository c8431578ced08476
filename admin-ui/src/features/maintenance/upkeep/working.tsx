import { Loader } from '@mantine/core';
import type { ReactNode } from 'react';

/** Says that something long is under way. */
export const Working = ({ children }: { children: ReactNode }) => (
  <p className="working" role="status">
    <Loader size="xs" aria-hidden="true" />
    {children}
  </p>
);
