import type { ReactNode } from 'react';

interface Props {
  readonly name: string;
  readonly value: ReactNode;
  /** What the value is a part of: `of 150`. */
  readonly of?: string;
  /** A picture of the figure, for those who see. */
  readonly picture?: ReactNode;
  /** More of it, in words. */
  readonly children?: ReactNode;
}

/** One figure of the platform; stands in a `dl`. */
export const Tile = ({ name, value, of, picture, children }: Props) => (
  <div className="panel tile">
    <dt>{name}</dt>
    <dd>
      <span className="number">
        {value} {of && <span className="of">{of}</span>}
      </span>
      {picture}
      {children && <div className="dim">{children}</div>}
    </dd>
  </div>
);
