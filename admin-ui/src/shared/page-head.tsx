import { Title } from '@mantine/core';
import { useEffect, useRef, type ReactNode } from 'react';

interface Props {
  /** The page's h1, and its name in the browser's title. */
  readonly title: string;
  readonly description?: ReactNode;
  readonly actions?: ReactNode;
}

/** The head of a page. When the page comes, its heading takes the focus, so that a screen reader says where one is. */
export const PageHead = ({ title, description, actions }: Props) => {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    document.title = `${title} · Jarvis organisers`;
  }, [title]);
  return (
    <div className="page-head">
      <div>
        <Title order={1} ref={heading} tabIndex={-1}>
          {title}
        </Title>
        {description && <p className="dim">{description}</p>}
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </div>
  );
};
