import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  /** What will be here, and how it comes. */
  readonly children?: ReactNode;
  readonly action?: ReactNode;
}

/** Stands where there is nothing to show yet. */
export const EmptyState = ({ title, children, action }: Props) => (
  <div className="empty">
    <p className="empty-title">{title}</p>
    {children && <p className="dim">{children}</p>}
    {action}
  </div>
);
