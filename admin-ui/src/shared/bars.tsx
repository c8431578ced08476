interface Props {
  readonly count: number;
  /** So many from the left are lit, those behind `full` half as high. */
  readonly lit: number;
  readonly full: number;
  /** For how many there is room. */
  readonly room: number;
}

/** One bar for each of a few things; the words beside it say the same. */
export const Bars = ({ count, lit, full, room }: Props) => (
  <svg className="seats" viewBox={`0 0 ${room} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
    {Array.from({ length: count }, (_, i) => {
      const height = i >= full && i < lit ? 0.5 : 1;
      return (
        <rect key={i} className={i < lit ? 'lit' : undefined} x={i + 0.2} y={1 - height} width={0.6} height={height} />
      );
    })}
  </svg>
);
