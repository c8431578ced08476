interface Props {
  /** As it is told: `phase 2`. */
  readonly what: string;
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** Moves something up or down in its list, or takes it out. */
export const PlaceButtons = ({ what, isFirst, isLast, onMove, onRemove }: Props) => (
  <span class="scenario-buttons">
    <MoveButton label={`Move ${what} up`} sign="↑" isOff={isFirst} onMove={() => onMove(-1)} />
    <MoveButton label={`Move ${what} down`} sign="↓" isOff={isLast} onMove={() => onMove(1)} />
    <button type="button" class="small scenario-icon" aria-label={`Remove ${what}`} title="Remove" onClick={onRemove}>
      ✕
    </button>
  </span>
);

interface MoveProps {
  readonly label: string;
  readonly sign: string;
  readonly isOff: boolean;
  readonly onMove: () => void;
}

/** It keeps the focus when it moves with its row, and at an end of the list. */
const MoveButton = ({ label, sign, isOff, onMove }: MoveProps) => (
  <button
    type="button"
    class="small scenario-icon"
    aria-label={label}
    title={label}
    aria-disabled={isOff}
    onClick={({ currentTarget }) => {
      if (isOff) return;
      onMove();
      requestAnimationFrame(() => currentTarget.focus());
    }}
  >
    {sign}
  </button>
);
