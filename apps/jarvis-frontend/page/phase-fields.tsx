import { DurationField } from './duration-field';
import { focusSoon } from './focus-soon';
import { moved, without, withAt } from './lists';
import type { Option } from './options-shown';
import { newStep, techniquesOf, type PhaseDraft } from './scenario-draft';
import { faultWithin, type Faults } from './scenario-faults';
import { ScenarioStep } from './scenario-step';
import { TextField } from './text-field';
import type { Product } from './types';

export interface PhaseFieldsProps {
  readonly index: number;
  readonly phase: PhaseDraft;
  readonly products: readonly Product[];
  readonly productOptions: readonly Option[];
  readonly faults: Faults;
  readonly onChange: (phase: PhaseDraft) => void;
  /** Of one of its steps, which can be taken back. */
  readonly onStepRemoved: (phase: PhaseDraft, what: string) => void;
}

/** What a phase is, when it goes on, and its steps. */
export function PhaseFields({ index, phase, faults, onChange, ...props }: PhaseFieldsProps) {
  const path = `phases.${index}`;
  const what = `phase ${index + 1}`;
  const set = (change: Partial<PhaseDraft>): void => onChange({ ...phase, ...change });
  const addId = `${path}-add`;
  const { steps } = phase;
  return (
    <>
      <div class="scenario-phase-fields">
        <TextField
          id={`${path}.name`}
          label="Name"
          error={faults[`${path}.name`]}
          value={phase.name}
          onChange={(name) => set({ name, id: null })}
        />
        <TextField
          id={`${path}.mitre`}
          label="MITRE ATT&CK techniques"
          placeholder="T1566.001, T1204"
          error={faultWithin(faults, `${path}.mitre`)}
          value={phase.techniques}
          onChange={(techniques) => set({ techniques })}
        />
        <DurationField
          id={`${path}.wait`}
          label="Wait before"
          error={faults[`${path}.wait`]}
          value={phase.wait}
          onChange={(wait) => set({ wait })}
        />
        <DurationField
          id={`${path}.lasts`}
          label="Lasts"
          error={faults[`${path}.lasts`]}
          value={phase.lasts}
          onChange={(lasts) => set({ lasts })}
        />
      </div>
      <TextField
        id={`${path}.description`}
        label="What happens"
        rows={2}
        error={faults[`${path}.description`]}
        value={phase.description}
        onChange={(description) => set({ description })}
      />
      <h3>Steps</h3>
      <ol class="scenario-steps" aria-label={`Steps of ${what}`}>
        {steps.map((step, place) => (
          <ScenarioStep
            key={step.key}
            path={`${path}.steps.${place}`}
            what={`step ${place + 1} of ${what}`}
            step={step}
            isAttackPhase={techniquesOf(phase.techniques).length > 0}
            products={props.products}
            productOptions={props.productOptions}
            faults={faults}
            isFirst={place === 0}
            isLast={place === steps.length - 1}
            onChange={(next) => set({ steps: withAt(steps, place, next) })}
            onMove={(by) => set({ steps: moved(steps, place, place + by) })}
            onRemove={() => {
              props.onStepRemoved({ ...phase, steps: without(steps, place) }, `Step ${place + 1} of ${what}`);
              focusSoon(addId);
            }}
          />
        ))}
      </ol>
      {faults[`${path}.steps`] && (
        <p class="error scenario-fault" tabIndex={-1} data-fault>
          {steps.length === 0 ? 'A phase needs at least one step' : `A phase ${faults[`${path}.steps`]}`}
        </p>
      )}
      <button
        type="button"
        id={addId}
        class="small"
        aria-label={`Add a step to ${what}`}
        onClick={() => {
          set({ steps: [...steps, newStep()] });
          focusSoon(`${path}.steps.${steps.length}.product`);
        }}
      >
        Add a step
      </button>
    </>
  );
}
