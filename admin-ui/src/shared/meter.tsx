import type { CSSProperties } from 'react';

const NEAR = 0.85;

interface Props {
  readonly name: string;
  readonly value: number;
  readonly max: number;
  /** The figures with their unit: `9.1 GB of 16.8 GB`. */
  readonly words: string;
  /** What is said of it when it nears its end. */
  readonly near?: string;
}

/** How much of something is taken, as a bar and in words. */
export const Meter = ({ name, value, max, words, near: warning = 'nearly full' }: Props) => {
  const part = max > 0 ? Math.min(1, Math.max(0, value / max)) : 0;
  const near = part >= NEAR;
  const said = near ? `${words}, ${warning}` : words;
  return (
    <div className="meter">
      <span className="meter-name">{name}</span>
      <span className="meter-words">{said}</span>
      <div
        role="meter"
        aria-label={name}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(part * 100)}
        aria-valuetext={said}
        className="meter-track"
        data-near={near || undefined}
        style={{ '--part': `${part * 100}%` } as CSSProperties}
      />
    </div>
  );
};
