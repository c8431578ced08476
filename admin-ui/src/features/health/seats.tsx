const MOST_BARS = 150;

/** One bar for each session that may run (at most 150 of them), lit when it is taken. */
export const Seats = ({ active, max }: { active: number; max: number }) => {
  const count = Math.max(1, Math.min(MOST_BARS, max));
  const lit = active > 0 ? Math.max(1, Math.round(Math.min(1, active / Math.max(1, max)) * count)) : 0;
  return (
    <svg className="seats" viewBox={`0 0 ${count} 1`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
      {Array.from({ length: count }, (_, i) => (
        <rect key={i} className={i < lit ? 'lit' : undefined} x={i + 0.2} y={0} width={0.6} height={1} />
      ))}
    </svg>
  );
};
