import { useEffect, useState } from 'preact/hooks';
import { lengthsOf } from './phase-lengths';
import { PhaseFields, type PhaseFieldsProps } from './phase-fields';
import { PlaceButtons } from './place-buttons';
import type { PhaseDraft } from './scenario-draft';
import { faultWithin } from './scenario-faults';

interface Props extends PhaseFieldsProps {
  readonly isLast: boolean;
  /** Whether it shows no more than its name until somebody opens it. */
  readonly startsFolded: boolean;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** A phase as a card, which can be folded; one with something wrong in it stays open. */
export function ScenarioPhase({ startsFolded, isLast, onMove, onRemove, ...fields }: Props) {
  const { index, phase, faults } = fields;
  const [isFolded, setFolded] = useState(startsFolded);
  const path = `phases.${index}`;
  const isFaulty = faultWithin(faults, path) !== undefined;
  const isOpen = !isFolded || isFaulty;
  useEffect(() => {
    // It does not fold under the hands of who mends it.
    if (isFaulty) setFolded(false);
  }, [isFaulty]);
  return (
    <section class="panel scenario-phase" aria-labelledby={`${path}-head`}>
      <div class="panel-head">
        <h2 id={`${path}-head`} tabIndex={-1}>
          <button type="button" class="scenario-fold" aria-expanded={isOpen} onClick={() => setFolded(isOpen)}>
            Phase {index + 1}
            {phase.name && <span class="quiet"> {phase.name}</span>}
          </button>
        </h2>
        <PlaceButtons
          what={`phase ${index + 1}`}
          isFirst={index === 0}
          isLast={isLast}
          onMove={onMove}
          onRemove={onRemove}
        />
      </div>
      {isOpen ? <PhaseFields {...fields} /> : <p class="quiet scenario-folded">{summaryOf(phase)}</p>}
    </section>
  );
}

const summaryOf = (phase: PhaseDraft): string => {
  const { length } = phase.steps;
  return `${length} ${length === 1 ? 'step' : 'steps'}, ${lengthsOf(phase)}`;
};
