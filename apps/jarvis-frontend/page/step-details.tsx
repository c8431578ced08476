import { useState } from 'preact/hooks';
import { Field } from './field';
import type { Option } from './options-shown';
import { useVariables } from './product-variables';
import type { StepDraft } from './scenario-draft';
import { faultWithin, type Faults } from './scenario-faults';
import type { Product } from './types';
import { ValueRows } from './value-rows';

export interface StepProps {
  /** `phases.0.steps.1`. */
  readonly path: string;
  /** As it is told: `step 2 of phase 1`. */
  readonly what: string;
  readonly step: StepDraft;
  /** Whether the phase has techniques, which makes its events part of the attack. */
  readonly isAttackPhase: boolean;
  readonly products: readonly Product[];
  readonly productOptions: readonly Option[];
  readonly faults: Faults;
  readonly onChange: (step: StepDraft) => void;
}

/** What a step has besides its event, folded away: values of its own, and what it counts as. */
export function StepDetails(props: StepProps) {
  const { path, step, faults } = props;
  const [isOpen, setOpen] = useState(false);
  const isShown = isOpen || faultWithin(faults, `${path}.with`) !== undefined;
  return (
    <details class="scenario-more" open={isShown} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{summaryOf(step)}</summary>
      {isShown && <Details {...props} />}
    </details>
  );
}

function Details({ path, what, step, faults, onChange }: StepProps) {
  const names = useVariables(step.product, step.event);
  const id = `${path}.malicious`;
  return (
    <>
      <p class="about">
        A value here takes the place of the one that the product draws: a text in which <code>{'{{…}}'}</code> is filled
        in, or JSON.
      </p>
      <ValueRows
        path={`${path}.with`}
        what={what}
        one="value"
        rows={step.rows}
        names={names}
        faults={faults}
        onChange={(rows) => onChange({ ...step, rows })}
      />
      <Field id={id} label="Counts as">
        <select
          id={id}
          value={String(step.malicious)}
          onChange={({ currentTarget: { value } }) =>
            onChange({ ...step, malicious: value === 'null' ? null : value === 'true' })
          }
        >
          <option value="null">What its phase and event say</option>
          <option value="true">Part of the attack</option>
          <option value="false">Usual activity</option>
        </select>
      </Field>
    </>
  );
}

function summaryOf({ rows }: StepDraft): string {
  const names = rows.map(({ name }) => name.trim()).filter((name) => name !== '');
  return names.length === 0 ? 'Values of its own' : `Values of its own: ${names.join(', ')}`;
}
